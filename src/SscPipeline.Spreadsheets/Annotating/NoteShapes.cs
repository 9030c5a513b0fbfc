using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>The drawing of a sheet's comments: without a shape here, Excel does not show a comment.</summary>
/// <remarks>Excel itself writes this part in a form that is not well-formed XML (<c>&lt;br&gt;</c>), so it is edited as text.</remarks>
internal sealed partial class NoteShapes(string drawing)
{
    private const int RowsPerSheet = 1_048_576;
    private string _drawing = drawing;

    public static string Empty(int sheetNumber) => string.Create(CultureInfo.InvariantCulture, $"""
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
        <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{sheetNumber}"/></o:shapelayout>
        <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        </xml>
        """);

    public bool IsChanged { get; private set; }

    public void Remove(IReadOnlySet<CellAddress> cells)
    {
        if (cells.Count > 0)
        {
            _drawing = Shape().Replace(_drawing, shape => Cell(shape.Value) is { } cell && cells.Contains(cell) ? "" : shape.Value);
            IsChanged = true;
        }
    }

    /// <param name="comments">Cells and how many characters their comments have.</param>
    public void Add(IReadOnlyList<(CellAddress Cell, int Length)> comments)
    {
        if (comments.Count == 0)
        {
            return;
        }

        var id = NextId();
        var shapes = new StringBuilder();
        if (!_drawing.Contains("\"_x0000_t202\"", StringComparison.Ordinal))
        {
            shapes.Append("""<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""");
        }

        foreach (var (cell, length) in comments)
        {
            Append(shapes, id++, cell, length);
        }

        var end = _drawing.LastIndexOf("</", StringComparison.Ordinal);
        _drawing = end < 0 ? throw new InvalidDataException("The drawing of the notes has no end.") : _drawing.Insert(end, shapes.ToString());
        IsChanged = true;
    }

    public void Save(Stream part)
    {
        using var writer = new StreamWriter(part, new UTF8Encoding(false), leaveOpen: true);
        writer.Write(_drawing);
    }

    private int NextId()
    {
        var highest = Id().Matches(_drawing).Select(found => Parse(found.Groups[1].ValueSpan)).DefaultIfEmpty(0).Max();
        return Math.Max(highest, (Parse(IdBlock().Match(_drawing).Groups[1].ValueSpan) * 1024)) + 1;
    }

    private static CellAddress? Cell(string shape) =>
        Row().Match(shape) is { Success: true } row && Column().Match(shape) is { Success: true } column
            ? new CellAddress(Parse(row.Groups[1].ValueSpan) + 1, Parse(column.Groups[1].ValueSpan) + 1)
            : null;

    private static int Parse(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2048 ? number : 0;

    /// <summary>The box stands right of its cell and grows with its text, at about 45 characters a line.</summary>
    private static void Append(StringBuilder shapes, int id, CellAddress cell, int length)
    {
        var height = Math.Clamp(3 + (length / 38), 4, 20);
        var left = Math.Min(cell.Column, CellAddress.MaxColumn - 5);
        var top = Math.Clamp(cell.Row - 2, 0, RowsPerSheet - height - 1);
        shapes.Append(CultureInfo.InvariantCulture, $"""
            <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {left + 4}, 31, {top + height}, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{cell.Row - 1}</x:Row><x:Column>{cell.Column - 1}</x:Column></x:ClientData></v:shape>

            """);
    }

    [GeneratedRegex("<v:shape\\s(?>[^<]|<(?!v:shape\\s|/v:shape>))*</v:shape>", RegexOptions.Singleline)]
    private static partial Regex Shape();

    [GeneratedRegex("<x:Row>\\s*([0-9]+)\\s*</x:Row>")]
    private static partial Regex Row();

    [GeneratedRegex("<x:Column>\\s*([0-9]+)\\s*</x:Column>")]
    private static partial Regex Column();

    [GeneratedRegex("\"_x0000_s([0-9]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<o:idmap[^>]{0,500}?data=\"([0-9]+)")]
    private static partial Regex IdBlock();
}
