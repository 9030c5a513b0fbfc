using System.Text;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Hostile;

/// <summary>Workbooks as large as the format allows in one way or another. A careless reader needs minutes or hours for any of them.</summary>
internal static class Shapes
{
    public const int Styles = 60_000;

    private const string Heading =
        """<row r="1"><c r="A1" t="inlineStr"><is><t>subject_id</t></is></c><c r="B1" t="inlineStr"><is><t>study day</t></is></c><c r="C1" t="inlineStr"><is><t>mrss</t></is></c>""";

    /// <summary>One visit with an impossible score.</summary>
    private static readonly string s_table = $"{Heading}</row>{Visit(2, "<v>77</v>")}";

    public static byte[] BlankRows() => Sample.Xlsx(
        $"<sheetData>{s_table}{Lines(1_048_576 - 2, n => $"<row r=\"{n + 2}\" s=\"1\" customFormat=\"1\"/>")}</sheetData>");

    /// <param name="last">In the last column, <c>XFD</c>.</param>
    public static byte[] BlankColumns(string last) => Sample.Xlsx(
        $"<sheetData>{Heading}{Lines(16_380, n => $"<c r=\"{new CellAddress(1, n + 3)}\" s=\"1\"/>")}<c r=\"XFD1\">{last}</c></row>{Visit(2, "<v>77</v>")}</sheetData>");

    public static byte[] SharedTexts() => Sample.Xlsx(
        $"<sheetData>{s_table}<row r=\"3\"><c r=\"A3\" t=\"s\"><v>999999</v></c></row></sheetData>",
        ("xl/sharedStrings.xml", $"<sst>{Lines(1_000_000, n => $"<si><t>text {n - 1}</t></si>")}</sst>"));

    public static byte[] MergedRanges() => Sample.Xlsx(
        $"<sheetData>{s_table}</sheetData><mergeCells count=\"100000\">{Lines(100_000, n => $"<mergeCell ref=\"A{n + 2}:XFD{1_048_577 - n}\"/>")}</mergeCells>");

    /// <summary>Each style with a number format of its own, and a cell that has it.</summary>
    public static byte[] ManyStyles()
    {
        var formats = Lines(Styles, n => $"<numFmt numFmtId=\"{n + 200}\" formatCode=\"0.00&quot;{n}&quot;\"/>");
        var styles = Lines(Styles, n => $"<xf numFmtId=\"{n + 200}\"/>");
        return Sample.Xlsx(
            $"<sheetData>{Heading}</row>{Lines(Styles, n => Visit(n + 1, $"<v>{n % 60}</v>", $" s=\"{n - 1}\""))}</sheetData>",
            ("xl/styles.xml", $"<styleSheet><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"));
    }

    /// <summary>Over all rows, in each row; nested as deep as a text may be; shared by all.</summary>
    public static byte[] Formulas()
    {
        const string Doubling = "<f>SUMPRODUCT((A$1:A$1048576=A1)*(B$1:B$1048576=B1))</f>";
        var nested = $"<f>{string.Concat(Enumerable.Repeat("IF(A1,", 5_000))}1{new string(')', 5_000)}</f>";
        return Sample.Xlsx(
            $"<sheetData>{Heading}</row>{Lines(20_000, n => Visit(n + 1, $"{(n % 1_000 == 0 ? nested : n % 2 == 0 ? Doubling : $"<f t=\"shared\" si=\"0\" ref=\"C1:C1048576\">B{n}</f>")}<v>{n % 60}</v>"))}</sheetData>");
    }

    private static string Visit(int row, string score, string style = "") =>
        $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>P-{row}</t></is></c><c r=\"B{row}\"><v>1</v></c><c r=\"C{row}\"{style}>{score}</c></row>";

    public static string Lines(int count, Func<int, string> line) =>
        Enumerable.Range(1, count).Aggregate(new StringBuilder(), (text, n) => text.Append(line(n))).ToString();
}
