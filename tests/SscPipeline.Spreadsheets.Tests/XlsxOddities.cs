using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

public sealed class XlsxOddities
{
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string StrictLinks = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    [Fact]
    public void Cells_and_rows_without_addresses_follow_each_other()
    {
        var workbook = Sample.Open(Sample.Xlsx("<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>"));

        Assert.Equal(("1", "", "3", "4"), (workbook.At("A1").Shown(), workbook.At("B1").Shown(), workbook.At("C1").Shown(), workbook.At("A2").Shown()));
    }

    [Fact]
    public void Rows_and_cells_out_of_order_are_put_in_order_and_the_last_of_an_address_counts()
    {
        var workbook = Sample.Open(Sample.Xlsx(
            """<sheetData><row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c><c r="B3"><v>9</v></c></row><row r="1"><c r="A1"><v>5</v></c></row></sheetData>"""));

        Assert.Equal([1, 3], workbook.Sheets[0].Rows.Select(row => row.Number));
        Assert.Equal(["1", "9"], workbook.Sheets[0].Rows[1].Cells.Select(cell => cell.Shown()));
    }

    [Fact]
    public void Rich_text_is_joined_and_its_reading_is_left_out()
    {
        var shared = $"""<sst xmlns="{Sample.Main}"><si><r><t>改良</t></r><r><t xml:space="preserve"> mRSS</t></r><rPh sb="0" eb="1"><t>かいりょう</t></rPh></si></sst>""";
        var workbook = Sample.Open(Sample.Xlsx(
            """<sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t>line_x000A_text</t></r></is></c></row></sheetData>""",
            ("xl/sharedStrings.xml", shared)));

        Assert.Equal(("改良 mRSS", "inline\ntext"), (workbook.At("A1").Text, workbook.At("B1").Text));
    }

    [Fact]
    public void A_date_written_as_text_of_the_standard_is_a_serial_number()
    {
        var workbook = Sample.Open(Sample.Xlsx("""<sheetData><row><c t="d"><v>2012-03-05</v></c><c t="d"><v>1900-01-01T12:00:00</v></c></row></sheetData>"""));

        Assert.Equal(("40973 date", "1.5 date"), (workbook.At("A1").Shown(), workbook.At("B1").Shown()));
    }

    [Fact]
    public void Equal_number_formats_are_one_object_and_custom_and_built_in_ones_are_known()
    {
        var styles = $"""
            <styleSheet xmlns="{Sample.Main}"><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>
            """;
        var workbook = Sample.Open(Sample.Xlsx(
            """<sheetData><row><c s="1"><v>0.85</v></c><c s="2"><v>1</v></c><c s="3"><v>1</v></c><c s="77"><v>1</v></c></row></sheetData>""",
            ("xl/styles.xml", styles)));

        Assert.Equal(("0.85 %", "1 date", "1"), (workbook.At("A1").Shown(), workbook.At("B1").Shown(), workbook.At("D1").Shown()));
        Assert.Same(workbook.At("A1").Format, workbook.At("C1").Format);
    }

    [Fact]
    public void What_is_called_a_number_and_is_none_stays_the_text_that_it_is()
    {
        var workbook = Sample.Open(Sample.Xlsx("<sheetData><row><c><v>twelve</v></c><c><v>1E999</v></c><c><v>-1.5E-3</v></c></row></sheetData>"));

        Assert.Equal((CellKind.Text, "twelve"), (workbook.At("A1").Kind, workbook.At("A1").Text));
        Assert.Equal((CellKind.Text, "1E999"), (workbook.At("B1").Kind, workbook.At("B1").Text));
        Assert.Equal("-0.0015", workbook.At("C1").Shown());
    }

    [Fact]
    public void A_workbook_of_the_strict_standard_with_other_part_names_and_rooted_targets_is_read()
    {
        var workbook = Sample.Open(Sample.Zip(
            ("_rels/.rels", $"""<Relationships><Relationship Id="a" Type="{StrictLinks}/officeDocument" Target="/book/main.xml"/></Relationships>"""),
            ("book/main.xml", $"""<x:workbook xmlns:x="{Strict}" xmlns:r="{StrictLinks}"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="V" sheetId="7" r:id="q"/></x:sheets></x:workbook>"""),
            ("book/_rels/main.xml.rels", $"""<Relationships><Relationship Id="q" Type="{StrictLinks}/worksheet" Target="../tables/one.xml"/></Relationships>"""),
            ("tables/one.xml", $"""<x:worksheet xmlns:x="{Strict}"><x:sheetData><x:row><x:c t="str"><x:f>A2</x:f><x:v>yes</x:v></x:c></x:row></x:sheetData></x:worksheet>""")));

        Assert.Equal(("yes", true, true), (workbook.At("A1").Text, workbook.At("A1").IsFormula, workbook.Uses1904Dates));
    }

    [Fact]
    public void A_threaded_comment_replaces_the_note_that_stands_in_for_it()
    {
        const string Office = "http://schemas.microsoft.com/office/2017/10/relationships";
        const string Threaded = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
        var workbook = Sample.Open(Sample.Xlsx(
            "<sheetData><row><c><v>1</v></c></row></sheetData>",
            ("xl/worksheets/_rels/sheet1.xml.rels", $"""
                <Relationships><Relationship Id="a" Type="x/comments" Target="../comments1.xml"/>
                <Relationship Id="b" Type="{Office}/threadedComment" Target="../threadedComments/t1.xml"/></Relationships>
                """),
            ("xl/comments1.xml", $"""
                <comments xmlns="{Sample.Main}"><authors><author>tc=1</author><author>Nurse A</author></authors><commentList>
                <comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment>
                <comment ref="B2" authorId="1"><text><r><t>a </t></r><r><t>note</t></r></text></comment></commentList></comments>
                """),
            ("xl/threadedComments/t1.xml", $"""<ThreadedComments xmlns="{Threaded}"><threadedComment ref="A1" personId="p"><text>call back</text></threadedComment></ThreadedComments>""")));

        Assert.Equal(
            [new SheetComment(CellAddress.TryParse("A1")!.Value, "", "call back"), new SheetComment(CellAddress.TryParse("B2")!.Value, "Nurse A", "a note")],
            workbook.Sheets[0].Comments.ToArray());
    }

    [Fact]
    public void Copies_of_cells_in_pivot_tables_and_text_boxes_are_texts_too()
    {
        var workbook = Sample.Open(Sample.Xlsx(
            "<sheetData><row><c><v>1</v></c></row></sheetData>",
            ("xl/pivotCache/pivotCacheRecords1.xml", $"""<pivotCacheRecords xmlns="{Sample.Main}"><r><s v="Example Person"/></r></pivotCacheRecords>"""),
            ("xl/drawings/drawing1.xml", """<wsDr xmlns:a="a"><a:t>box of Example</a:t></wsDr>""")));

        Assert.Equal(["box of Example", "Example Person"], workbook.Texts.Select(text => text.Text));
    }
}
