using System.IO.Compression;
using System.Text;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>Files to read: from the Museum, or made of parts on the spot.</summary>
internal static class Sample
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Museum(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Museum", name));

    public static WorkbookReading Read(byte[] bytes, string name = "site.xlsx", SpreadsheetLimits? limits = null, TimeProvider? time = null) =>
        new WorkbookReader(limits ?? new SpreadsheetLimits(), time).Read(new MemoryStream(bytes), name, CancellationToken.None);

    public static Workbook Open(byte[] bytes, string name = "site.xlsx")
    {
        var reading = Read(bytes, name);
        Assert.Null(reading.Fault);
        return reading.Workbook!;
    }

    public static WorkbookFault Refuse(byte[] bytes, string name = "site.xlsx", SpreadsheetLimits? limits = null, TimeProvider? time = null)
    {
        var reading = Read(bytes, name, limits, time);
        Assert.NotNull(reading.Fault);
        return reading.Fault;
    }

    public static byte[] Text(string text, Encoding? encoding = null) =>
        encoding is null ? Encoding.UTF8.GetBytes(text) : [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    /// <summary>A workbook with one sheet, "Visits", of the given worksheet content.</summary>
    public static byte[] Xlsx(string worksheet, params (string Name, string Content)[] more) => Zip(
    [
        ("_rels/.rels", $"""<Relationships><Relationship Id="r1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="Visits" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships><Relationship Id="r1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="{Links}/sharedStrings" Target="sharedStrings.xml"/>
            <Relationship Id="r3" Type="{Links}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}" xmlns:r="{Links}">{worksheet}</worksheet>"""),
        .. more,
    ]);

    /// <summary>The first of equal names wins, so a test can put its own part in front.</summary>
    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static Cell At(this Workbook workbook, string address, int sheet = 0) =>
        workbook.Sheets[sheet].Cell(CellAddress.TryParse(address)!.Value);

    /// <summary>The kind and value of a cell, short enough to compare at a glance.</summary>
    public static string Shown(this Cell cell) => cell.Kind switch
    {
        CellKind.Number => FormattableString.Invariant($"{cell.Number}{(cell.Format.IsDate ? " date" : "")}{(cell.Format.IsPercent ? " %" : "")}"),
        CellKind.Boolean => cell.Number == 1 ? "true" : "false",
        CellKind.Blank => "",
        _ => cell.Text!,
    };
}
