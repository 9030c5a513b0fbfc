using System.Text;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

public sealed class SendersOwnMarks
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Styles = $"""
        <styleSheet xmlns="{Sample.Main}"><fonts><font><color theme="0"/></font></fonts>
        <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill></fills>
        <cellXfs><xf/><xf numFmtId="10" fillId="2" fontId="0"/></cellXfs></styleSheet>
        """;

    private static byte[] Commented() => Sample.Xlsx(
        """<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData><legacyDrawing r:id="v"/>""",
        ("xl/styles.xml", Styles),
        ("xl/worksheets/_rels/sheet1.xml.rels", $"""
            <Relationships><Relationship Id="c" Type="{Links}/comments" Target="../comments1.xml"/>
            <Relationship Id="v" Type="{Links}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>
            """),
        ("xl/comments1.xml", $"""
            <comments xmlns="{Sample.Main}"><authors><author>nurse</author></authors><commentList>
            <comment ref="A1" authorId="0"><text><t>measured twice</t></text></comment></commentList></comments>
            """),
        ("xl/drawings/vmlDrawing1.vml", """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
            <v:shape id="_x0000_s1025"><div><br></div><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>
            <v:shape id="_x0000_s1026"><x:ClientData ObjectType="Button"/></v:shape></xml>
            """));

    [Fact]
    public void A_comment_of_the_sender_stays_and_ours_follows_it_in_the_same_cell()
    {
        var copy = Copies.Annotate(Commented(), Copies.Error("Visits", "A1"), Copies.Error("Visits", "B1"));

        var comments = Copies.Xml(copy, "xl/comments1.xml").All("comment").ToDictionary(one => (string)one.Attribute("ref")!, one => one.Value);
        Assert.StartsWith("measured twice\n[ssc] Error: This cannot be.", comments["A1"]);
        Assert.StartsWith("[ssc] Error: This cannot be.", comments["B1"]);
        var read = Assert.Single(Sample.Open(copy).Sheets[0].Comments);
        Assert.Equal(("nurse", "measured twice"), (read.Author, read.Text));
    }

    [Fact]
    public void Drawings_of_the_sender_stay_even_when_they_are_no_proper_xml()
    {
        var original = Commented();
        var once = Copies.Annotate(original, Copies.Error("Visits", "A1"), Copies.Error("Visits", "B1"));

        var cleaned = Copies.Annotate(once);

        Assert.Equal(3, Encoding.UTF8.GetString(Copies.Parts(once)["xl/drawings/vmlDrawing1.vml"]).Split("<v:shape ").Length - 1);
        var shapes = Encoding.UTF8.GetString(Copies.Parts(cleaned)["xl/drawings/vmlDrawing1.vml"]);
        Assert.Equal(2, shapes.Split("<v:shape ").Length - 1);
        Assert.Contains("_x0000_s1026", shapes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mended_cell_gets_its_own_fill_and_letters_back()
    {
        var marked = Copies.Annotate(Commented(), Copies.Error("Visits", "A1"));

        var cleaned = Copies.Annotate(marked, Copies.Error("Visits", "B1"));

        Assert.Equal(MarkFills.Error, Copies.Fill(marked, Sheet, "A1"));
        Assert.Equal("FF1F3864", Copies.Fill(cleaned, Sheet, "A1"));
        Assert.Equal("0.00%", Sample.Open(marked).At("A1").Format.Code);
        Assert.Equal("0.00%", Sample.Open(cleaned).At("A1").Format.Code);
    }

    [Fact]
    public void Names_and_windows_count_our_sheet_in()
    {
        var original = Sample.Zip(
        [
            ("xl/workbook.xml", $"""
                <workbook xmlns="{Sample.Main}" xmlns:r="{Links}"><bookViews><workbookView activeTab="0"/></bookViews>
                <sheets><sheet name="Visits" sheetId="4" r:id="r1"/></sheets>
                <definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Visits!$A$1</definedName></definedNames></workbook>
                """),
            .. Copies.Parts(Sample.Xlsx("""<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"""))
                .Where(part => part.Key != "xl/workbook.xml")
                .Select(part => (part.Key, Encoding.UTF8.GetString(part.Value))),
        ]);

        var once = Copies.Annotate(original);
        var twice = Copies.Annotate(once);

        foreach (var copy in new[] { once, twice })
        {
            var workbook = Copies.Xml(copy, "xl/workbook.xml");
            Assert.Equal(["Issues", "Visits"], workbook.All("sheet").Select(sheet => (string?)sheet.Attribute("name")));
            Assert.Equal("1", (string?)workbook.All("definedName").First().Attribute("localSheetId"));
            Assert.Equal(2, workbook.All("definedName").Count());
            Assert.Null(Copies.Xml(copy, Sheet).All("sheetView").Single().Attribute("tabSelected"));
        }
    }

    [Fact]
    public void A_sheet_of_the_sender_that_is_called_Issues_stays_as_it_is()
    {
        using var bytes = new MemoryStream();
        WorkbookWriter.Write(bytes, [new DraftSheet("Issues", [["Subject"], ["P-01"]])]);

        var copy = Copies.Annotate(Copies.Annotate(bytes.ToArray(), Copies.Error("Issues", "A2")), Copies.Error("Issues", "A2"));

        Assert.Equal(["Issues (2)", "Issues"], Copies.Xml(copy, "xl/workbook.xml").All("sheet").Select(sheet => (string?)sheet.Attribute("name")));
        Assert.Equal("P-01", Assert.Single(Sample.Open(copy).Sheets).Cell(new CellAddress(2, 1)).Text);
    }

    [Fact]
    public void What_somebody_types_beside_our_list_is_still_looked_at()
    {
        using var bytes = new MemoryStream();
        WorkbookWriter.Write(bytes,
        [
            new DraftSheet("Issues", [[OwnMarks.SheetMark], [default, default, default, default, default, default, default, default, "ask Mrs Meier"]]),
            new DraftSheet("Visits", [["Subject"]]),
        ]);

        var workbook = Sample.Open(bytes.ToArray());

        Assert.Equal("Visits", Assert.Single(workbook.Sheets).Name);
        Assert.Contains(new WorkbookText("Issues!I2", "ask Mrs Meier"), workbook.Texts);
    }

    [Fact]
    public void A_comment_whose_end_mark_was_typed_away_is_the_senders()
    {
        Assert.Null(OwnMarks.Find("[ssc] Error: this was Mrs Meier"));
        Assert.Equal((3, 15), OwnMarks.Find("yes\n[ssc] a [/ssc] more"));
    }
}
