using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Our sheet: a hidden row by which we know it again, what to do with the workbook, and a row for every note, linked to its cell.</summary>
/// <param name="sheets">Sheets that a link can lead to.</param>
internal sealed class IssueSheet(AnnotationTexts texts, IssueStyles styles, IReadOnlySet<string> sheets, Dialect dialect)
{
    public const int MostNotes = 1_000;
    private const int HeaderRow = 3;

    private static readonly ImmutableArray<int> s_widths = [11, 18, 9, 14, 60, 60, 11];
    private readonly List<(string Cell, string Target, string Shown)> _links = [];

    public void Write(Stream part, IReadOnlyList<CellNote> notes)
    {
        using var xml = PartXml.Write(part);
        xml.WriteStartDocument(standalone: true);
        Start(xml, "worksheet");
        WriteHead(xml);
        Start(xml, "sheetData");
        StartRow(xml, 1, lines: 0);
        WriteText(xml, 1, 1, OwnMarks.SheetMark, styles.Text);
        xml.WriteEndElement();
        StartRow(xml, 2, WrappedText.Lines(texts.Introduction, s_widths.Sum()));
        WriteText(xml, 2, 1, texts.Introduction, styles.Text);
        xml.WriteEndElement();
        WriteRow(xml, HeaderRow, texts.Headings, _ => styles.Header);
        var last = HeaderRow;
        foreach (var note in notes.Take(MostNotes))
        {
            WriteNote(xml, ++last, note);
        }

        WriteRest(xml, last + 1, notes.Count);
        xml.WriteEndElement();
        WriteTail(xml, Math.Max(last, HeaderRow + 1));
        xml.WriteEndElement();
    }

    /// <summary>As a formula names a place: quotes in the name are doubled.</summary>
    public static string Place(string sheet, string cell) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{cell}";

    public static string Label(Severity severity, AnnotationTexts texts) => severity switch
    {
        Severity.Fatal => texts.Fatal,
        Severity.Error => texts.Error,
        _ => texts.Warning,
    };

    private void WriteHead(XmlWriter xml)
    {
        Start(xml, "sheetPr");
        Start(xml, "pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Start(xml, "sheetViews");
        Start(xml, "sheetView", ("showGridLines", "0"), ("tabSelected", "1"), ("workbookViewId", "0"));
        Start(xml, "pane", ("ySplit", Text(HeaderRow)), ("topLeftCell", $"A{Text(HeaderRow + 1)}"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        Start(xml, "selection", ("pane", "bottomLeft"), ("activeCell", $"A{Text(HeaderRow + 1)}"), ("sqref", $"A{Text(HeaderRow + 1)}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        Start(xml, "cols");
        for (var column = 1; column <= s_widths.Length; column++)
        {
            Start(xml, "col", ("min", Text(column)), ("max", Text(column)), ("width", Text(s_widths[column - 1])), ("customWidth", "1"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteNote(XmlWriter xml, int row, CellNote note)
    {
        var severity = note.Severity == Severity.Warning ? styles.Warning : styles.Error;
        var isLinked = note.Sheet is not null && sheets.Contains(note.Sheet);
        var place = note.Cell?.ToString() ?? (isLinked ? "→" : "");
        if (isLinked)
        {
            _links.Add((new CellAddress(row, 3).ToString(), Place(note.Sheet!, note.Cell?.ToString() ?? "A1"), place));
        }

        WriteRow(
            xml,
            row,
            [Label(note.Severity, texts), note.Sheet ?? "", place, note.Subject ?? "", note.Message, note.Fix, note.Check],
            column => column == 1 ? severity : column == 3 && isLinked ? styles.Link : styles.Text);
    }

    private void WriteRest(XmlWriter xml, int row, int count)
    {
        if (count is > 0 and <= MostNotes)
        {
            return;
        }

        StartRow(xml, row, lines: 1);
        WriteText(xml, row, 5, count == 0 ? texts.NothingFound : string.Format(CultureInfo.InvariantCulture, texts.NotListed, count - MostNotes), styles.Text);
        xml.WriteEndElement();
    }

    private void WriteTail(XmlWriter xml, int last)
    {
        Start(xml, "autoFilter", ("ref", $"A{Text(HeaderRow)}:G{Text(last)}"));
        xml.WriteEndElement();
        Start(xml, "mergeCells", ("count", "1"));
        Start(xml, "mergeCell", ("ref", "A2:G2"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        if (_links.Count > 0)
        {
            Start(xml, "hyperlinks");
            foreach (var (cell, target, shown) in _links)
            {
                Start(xml, "hyperlink", ("ref", cell), ("location", target), ("display", shown));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        Start(xml, "pageSetup", ("orientation", "landscape"), ("fitToHeight", "0"));
        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, int row, IReadOnlyList<string> values, Func<int, int> style)
    {
        StartRow(xml, row, values.Select((value, at) => WrappedText.Lines(value, s_widths[at])).Max());
        for (var column = 1; column <= values.Count; column++)
        {
            WriteText(xml, row, column, values[column - 1], style(column));
        }

        xml.WriteEndElement();
    }

    /// <summary>Not every program makes a row as high as its wrapped text. A row of no line is hidden.</summary>
    private void StartRow(XmlWriter xml, int row, int lines)
    {
        Start(xml, "row", ("r", Text(row)));
        if (lines == 0)
        {
            xml.WriteAttributeString("hidden", "1");
        }
        else
        {
            xml.WriteAttributeString("ht", Text(WrappedText.Height(lines)));
            xml.WriteAttributeString("customHeight", "1");
        }
    }

    /// <summary>A text, never a formula, whatever its first character.</summary>
    private void WriteText(XmlWriter xml, int row, int column, string text, int style)
    {
        Start(xml, "c", ("r", new CellAddress(row, column).ToString()), ("s", Text(style)));
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            Start(xml, "is");
            Start(xml, "t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(EscapedText.Encode(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, dialect.Main.NamespaceName);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
