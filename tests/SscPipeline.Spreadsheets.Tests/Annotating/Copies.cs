using System.IO.Compression;
using System.Xml.Linq;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Makes annotated copies and looks into their parts.</summary>
internal static class Copies
{
    public static CellNote Error(string sheet, string cell, string message = "This cannot be.") =>
        new(sheet, CellAddress.TryParse(cell), Severity.Error, message, "Please correct it.", "P-01", "SSC-301");

    public static CellNote Warning(string sheet, string cell) => Error(sheet, cell, "Is this right?") with { Severity = Severity.Warning };

    public static byte[] Annotate(byte[] original, params CellNote[] notes) => Annotate(original, "site.xlsx", notes);

    public static byte[] Annotate(byte[] original, string name, params CellNote[] notes)
    {
        using var copy = new MemoryStream();
        Assert.NotNull(Extension(original, name, notes, copy));
        return copy.ToArray();
    }

    public static string? Extension(byte[] original, string name, CellNote[] notes, Stream copy, SpreadsheetLimits? limits = null) =>
        new WorkbookAnnotator(limits ?? new SpreadsheetLimits()).Annotate(
            new MemoryStream(original), Sample.Open(original, name), notes, AnnotationTexts.English, copy, CancellationToken.None);

    public static Dictionary<string, byte[]> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.DistinctBy(entry => entry.FullName).ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(content);
            return content.ToArray();
        });
    }

    public static XElement Xml(byte[] package, string part) => XElement.Load(new MemoryStream(Parts(package)[part]));

    /// <summary>Children at any depth, whatever their namespace.</summary>
    public static IEnumerable<XElement> All(this XElement xml, string name) => xml.Descendants().Where(one => one.Name.LocalName == name);

    /// <summary>Solid colour of a cell as the file stores it; null when it has no fill.</summary>
    public static string? Fill(byte[] package, string sheetPart, string cell)
    {
        var styles = Xml(package, "xl/styles.xml");
        var found = Xml(package, sheetPart).All("c").Last(one => (string?)one.Attribute("r") == cell);
        var style = styles.All("cellXfs").Single().Elements().ElementAt((int?)found.Attribute("s") ?? 0);
        var fill = styles.All("fills").Single().Elements().ElementAt((int?)style.Attribute("fillId") ?? 0);
        return (string?)fill.All("fgColor").FirstOrDefault()?.Attribute("rgb");
    }

    /// <summary>Every value of every sheet with its place and format, to compare two workbooks.</summary>
    public static List<string> Values(this Workbook workbook) =>
    [
        .. from sheet in workbook.Sheets
           from row in sheet.Rows
           from cell in row.Cells
           select FormattableString.Invariant($"{sheet.Name}!{new CellAddress(row.Number, cell.Column)} {cell.Kind} {cell.Number:R} {cell.Text} {cell.Format.Code} {row.IsHidden}"),
        .. workbook.Sheets.Select(sheet => $"{sheet.Name} {sheet.Visibility} {string.Join(' ', sheet.Merged)} {string.Join(' ', sheet.HiddenColumns)}"),
        .. workbook.Sheets.SelectMany(sheet => sheet.Comments.Select(comment => $"{sheet.Name} {comment}")),
    ];
}
