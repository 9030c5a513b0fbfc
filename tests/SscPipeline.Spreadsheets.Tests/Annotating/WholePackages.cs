using System.Text;
using SscPipeline.Domain.Checking;

namespace SscPipeline.Spreadsheets.Annotating;

public sealed class WholePackages
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string OneCell = """<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>""";

    [Fact]
    public void Every_row_of_the_list_leads_to_its_cell_whatever_the_sheet_is_called()
    {
        using var bytes = new MemoryStream();
        WorkbookWriter.Write(bytes, [new DraftSheet("Visits of Anna's site", [["mRSS"], [77]])]);

        var copy = Copies.Annotate(
            bytes.ToArray(),
            Copies.Error("Visits of Anna's site", "A2", "=HYPERLINK(\"http://example.org\")"),
            new CellNote("Visits of Anna's site", null, Severity.Warning, "The sheet.", "", null, "SSC-1"),
            new CellNote(null, null, Severity.Fatal, "The file.", "", null, "SSC-2"));

        var list = Copies.Xml(copy, "xl/worksheets/sscIssues.xml");
        Assert.Equal(["'Visits of Anna''s site'!A2", "'Visits of Anna''s site'!A1"], list.All("hyperlink").Select(link => (string?)link.Attribute("location")));
        Assert.Equal(["C4", "C5"], list.All("hyperlink").Select(link => (string?)link.Attribute("ref")));
        Assert.Empty(list.All("f"));
        Assert.Equal(["Error", "Warning", "Fatal"], list.All("row").Skip(3).Select(row => row.Elements().First().Value));
    }

    [Fact]
    public void A_thousand_issues_are_listed_and_the_rest_is_counted()
    {
        var notes = Enumerable.Range(1, 1_003).Select(row => Copies.Error("Visits", $"A{row}")).ToArray();

        var copy = Copies.Annotate(Sample.Xlsx(OneCell), notes);

        var rows = Copies.Xml(copy, "xl/worksheets/sscIssues.xml").All("row").ToList();
        Assert.Equal(3 + 1_000 + 1, rows.Count);
        Assert.StartsWith("3 more are not listed", rows[^1].Value);
        Assert.Equal(1_000, Copies.Xml(copy, "xl/sscComments.xml").All("comment").Count());
    }

    [Fact]
    public void A_signature_is_dropped_since_it_vouches_for_other_bytes()
    {
        var parts = Copies.Parts(Sample.Xlsx(OneCell)).Select(part => (part.Key, Encoding.UTF8.GetString(part.Value))).ToList();
        var root = parts.Single(part => part.Key == "_rels/.rels").Item2.Replace(
            "</Relationships>",
            "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/></Relationships>",
            StringComparison.Ordinal);

        var copy = Copies.Annotate(Sample.Zip([("_rels/.rels", root), ("_xmlsignatures/origin.sigs", ""), ("_xmlsignatures/sig1.xml", "<s/>"), .. parts.Where(part => part.Key != "_rels/.rels")]));

        Assert.DoesNotContain(Copies.Parts(copy).Keys, part => part.StartsWith("_xmlsignatures", StringComparison.Ordinal));
        Assert.Single(Copies.Xml(copy, "_rels/.rels").Elements());
    }

    [Fact]
    public void A_workbook_with_macros_keeps_them_and_says_so_in_its_extension()
    {
        var original = Sample.Xlsx(
            OneCell,
            ("xl/vbaProject.bin", "macros"),
            ("[Content_Types].xml", $"""<Types xmlns="{Types}"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"""));
        using var copy = new MemoryStream();

        Assert.Equal(".xlsm", Copies.Extension(original, "site.xlsm", [], copy));

        Assert.Equal("macros", Encoding.UTF8.GetString(Copies.Parts(copy.ToArray())["xl/vbaProject.bin"]));
        Assert.Contains(Copies.Xml(copy.ToArray(), "[Content_Types].xml").Elements(), type => ((string?)type.Attribute("ContentType"))!.Contains("macroEnabled", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_that_is_never_read_cannot_blow_up_the_copy()
    {
        var original = Sample.Xlsx(OneCell, ("xl/media/picture.bin", new string('0', 60_000_000)));
        using var copy = new MemoryStream();

        Assert.Null(Copies.Extension(original, "site.xlsx", [], copy));
    }

    [Fact]
    public void A_styles_part_that_is_damaged_behind_what_is_read_gives_no_copy_and_no_failure()
    {
        var original = Sample.Xlsx(OneCell, ("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships/>"), ("[Content_Types].xml", "<Types><broken></Types>"));
        using var copy = new MemoryStream();

        Assert.Null(Copies.Extension(original, "site.xlsx", [Copies.Error("Visits", "A1")], copy));
    }

    [Theory]
    [InlineData("visits of the site 2012, all of them: final [2].csv")]
    [InlineData("'.csv")]
    public void A_csv_whose_name_no_sheet_can_have_is_annotated_all_the_same(string name)
    {
        var original = Sample.Text("Subject,Note\nP-01,=1+1\n-01,+3\n");
        var sheet = Sample.Open(original, name).Sheets[0].Name;

        var copy = Copies.Annotate(original, name, Copies.Error(sheet, "B2"));

        Assert.Equal("=1+1", Sample.Open(copy).At("B2").Text);
        Assert.Equal(MarkFills.Error, Copies.Fill(copy, "xl/worksheets/sheet1.xml", "B2"));
        Assert.Single(Copies.Xml(copy, "xl/worksheets/sscIssues.xml").All("hyperlink"));
    }
}
