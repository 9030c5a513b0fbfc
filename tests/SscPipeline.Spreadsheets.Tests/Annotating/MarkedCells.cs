using System.Text;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

public sealed class MarkedCells
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    public static TheoryData<string, string> MuseumPieces => new()
    {
        { "table-libreoffice.xlsx", "A1" }, { "table-openpyxl.xlsx", "B2" }, { "table-sheetjs.xlsx", "C3" }, { "corners-libreoffice.xlsx", "ZZ900" },
        { "corners-openpyxl.xlsx", "D4" }, { "corners-sheetjs.xlsx", "A2" }, { "dates-1904-openpyxl.xlsx", "A1" },
        { "table-libreoffice.xls", "A1" }, { "table-sheetjs-biff5.xls", "B2" }, { "corners-libreoffice.xls", "C3" }, { "corners-sheetjs.xls", "A1" },
        { "dates-1904-libreoffice.xls", "A1" }, { "corners-sheetjs.xlsb", "A1" }, { "table-sheetjs.xlsb", "B7" }, { "table-libreoffice.csv", "B2" },
    };

    [Theory]
    [MemberData(nameof(MuseumPieces))]
    public void An_annotated_copy_reads_back_as_what_was_sent(string name, string cell)
    {
        var original = Sample.Museum(name);
        var sent = Sample.Open(original, name);

        var copy = Copies.Annotate(original, name, Copies.Error(sent.Sheets[0].Name, cell), Copies.Warning(sent.Sheets[^1].Name, "C2"));

        var back = Sample.Open(copy);
        Assert.Equal(sent.Values(), back.Values());
        Assert.Equal(sent.Uses1904Dates, back.Uses1904Dates);
        Assert.Equal(sent.Texts.Where(text => sent.Format == WorkbookFormat.Xlsx), back.Texts);
    }

    [Theory]
    [MemberData(nameof(MuseumPieces))]
    public void Annotating_an_annotated_copy_gives_the_same_marks_once(string name, string cell)
    {
        var original = Sample.Museum(name);
        var note = Copies.Error(Sample.Open(original, name).Sheets[0].Name, cell);

        var once = Copies.Annotate(original, name, note);
        var twice = Copies.Annotate(Copies.Annotate(once, note), note);

        Assert.Equal(Sample.Open(once).Values(), Sample.Open(twice).Values());
        Assert.Equal(Copies.Parts(once).Count, Copies.Parts(twice).Count);
        Assert.Equal(Marks(once), Marks(twice));
        Assert.Equal(1, Marks(twice));
    }

    [Fact]
    public void An_error_is_orange_a_warning_blue_and_both_together_orange_with_one_comment()
    {
        var original = Sample.Xlsx("""<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row></sheetData>""");

        var copy = Copies.Annotate(
            original, Copies.Error("Visits", "A1"), Copies.Warning("Visits", "B1"), Copies.Warning("Visits", "C1"), Copies.Error("Visits", "C1"));

        Assert.Equal(MarkFills.Error, Copies.Fill(copy, Sheet, "A1"));
        Assert.Equal(MarkFills.Warning, Copies.Fill(copy, Sheet, "B1"));
        Assert.Equal(MarkFills.Error, Copies.Fill(copy, Sheet, "C1"));
        Assert.Equal(["A1", "B1", "C1"], Copies.Xml(copy, "xl/sscComments.xml").All("comment").Select(comment => (string?)comment.Attribute("ref")));
        Assert.Equal(
            "[ssc] Error: This cannot be.\nWhat to do: Please correct it. (SSC-301)\n\nWarning: Is this right?\nWhat to do: Please correct it. (SSC-301) [/ssc]",
            Copies.Xml(copy, "xl/sscComments.xml").All("comment").Last().Value);
    }

    [Fact]
    public void Cells_that_nobody_asks_about_keep_their_style_and_other_parts_their_bytes()
    {
        var original = Sample.Museum("corners-openpyxl.xlsx");
        var before = Copies.Parts(original);

        var after = Copies.Parts(Copies.Annotate(original, Copies.Error(Sample.Open(original).Sheets[0].Name, "B2")));

        Assert.Contains(before, part => part.Key.StartsWith("xl/worksheets/", StringComparison.Ordinal) && after[part.Key].AsSpan().SequenceEqual(part.Value));
        Assert.All(
            before.Where(part => part.Key.StartsWith("docProps/", StringComparison.Ordinal) || part.Key.Contains("theme", StringComparison.Ordinal)),
            part => Assert.Equal(part.Value, after[part.Key]));
    }

    [Theory]
    [InlineData("""<sheetData><row r="2"><c r="B2"><f t="shared" ref="B2:B3" si="0">A2*2</f><v>4</v></c></row><row r="5"><c r="A5"><v>1</v></c></row></sheetData>""")]
    [InlineData("""<sheetData><row><c><v>1</v></c></row><row><c r="B2"><v>4</v></c></row></sheetData>""")]
    [InlineData("""<sheetData><row r="7"><c r="C7"><v>1</v></c><c r="A7"><v>1</v></c></row><row r="2" spans="1:2"><c r="B2"><v>1</v></c></row></sheetData>""")]
    public void Cells_and_rows_that_the_file_does_not_have_are_added_in_their_order(string sheet)
    {
        var original = Sample.Xlsx(sheet);

        var copy = Copies.Annotate(original, Copies.Error("Visits", "A2"), Copies.Error("Visits", "C2"), Copies.Error("Visits", "B4"), Copies.Error("Visits", "D9"));

        var cells = Copies.Xml(copy, Sheet).All("c").Select(cell => (string?)cell.Attribute("r")).OfType<string>().ToList();
        Assert.All(["A2", "C2", "B4", "D9"], added => Assert.Single(cells, added));
        Assert.All(["A2", "C2", "B4", "D9"], added => Assert.Equal(MarkFills.Error, Copies.Fill(copy, Sheet, added)));
        Assert.Equal(Sample.Open(original).Values(), Sample.Open(copy).Values());
        Assert.Equal(Copies.Xml(original, Sheet).All("f").Select(formula => formula.ToString()), Copies.Xml(copy, Sheet).All("f").Select(formula => formula.ToString()));
    }

    [Fact]
    public void A_sheet_in_the_strict_dialect_with_prefixes_is_marked_in_its_own_words()
    {
        const string Main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        const string Links = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        var original = Sample.Zip(
        [
            ("xl/worksheets/sheet1.xml", $"""<x:worksheet xmlns:x="{Main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData><x:extLst/></x:worksheet>"""),
            ("xl/workbook.xml", $"""<x:workbook xmlns:x="{Main}" xmlns:q="{Links}"><x:sheets><x:sheet name="Visits" sheetId="7" q:id="r1"/></x:sheets></x:workbook>"""),
            .. Copies.Parts(Sample.Xlsx("")).Select(part => (part.Key, Encoding.UTF8.GetString(part.Value))),
        ]);

        var copy = Copies.Annotate(original, Copies.Error("Visits", "A1"), Copies.Error("Visits", "B3"));

        var sheet = Copies.Xml(copy, Sheet);
        Assert.All(sheet.DescendantsAndSelf(), one => Assert.Equal(Main, one.Name.NamespaceName));
        Assert.Equal(["sheetData", "legacyDrawing", "extLst"], sheet.Elements().Select(one => one.Name.LocalName));
        Assert.Equal(Links, sheet.All("legacyDrawing").Single().Attributes().Single(one => !one.IsNamespaceDeclaration).Name.NamespaceName);
        Assert.Equal("5", Sample.Open(copy).At("A1").Shown());
    }

    [Fact]
    public void An_issue_about_a_covered_cell_is_marked_where_the_merged_range_shows()
    {
        var original = Sample.Xlsx("""<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/></mergeCells>""");

        var copy = Copies.Annotate(original, Copies.Error("Visits", "B2"));

        Assert.Equal(["A1"], Copies.Xml(copy, "xl/sscComments.xml").All("comment").Select(comment => (string?)comment.Attribute("ref")));
    }

    private static int Marks(byte[] package) => Copies.Parts(package)
        .Where(part => part.Key.Contains("omments", StringComparison.Ordinal) && part.Key.EndsWith(".xml", StringComparison.Ordinal))
        .Sum(part => Encoding.UTF8.GetString(part.Value).Split("[ssc] ").Length - 1);
}
