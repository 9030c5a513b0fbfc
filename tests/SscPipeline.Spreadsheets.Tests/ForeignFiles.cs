using System.Text;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

public sealed class ForeignFiles
{
    [Theory]
    [InlineData("foreign-print.pdf", "a PDF document")]
    [InlineData("foreign-open-document.ods", "an OpenDocument spreadsheet (.ods)")]
    [InlineData("foreign-web-page.xls", "a web page (HTML) with the name of a workbook")]
    public void A_file_of_another_program_is_named(string name, string inWords) =>
        Assert.Equal(new WorkbookFault(WorkbookFaultKind.ForeignFormat, inWords), Sample.Refuse(Sample.Museum(name), "site.xlsx"));

    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n", "a picture (PNG)")]
    [InlineData("ÿØÿà", "a picture (JPEG)")]
    [InlineData("Rar!\u001a", "a RAR archive")]
    [InlineData("{\\rtf1", "an RTF document")]
    [InlineData("{\"a\": 1}", "a JSON document")]
    [InlineData("<?xml version='1.0'?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "an XML spreadsheet of Excel 2003")]
    [InlineData("<?xml version='1.0'?><a/>", "an XML document")]
    [InlineData("\u0001\u0002\u0003\u0004 random", "a file that is neither a workbook nor a text table")]
    public void A_beginning_says_what_a_file_is(string start, string inWords) =>
        Assert.Equal(new WorkbookFault(WorkbookFaultKind.ForeignFormat, inWords), Sample.Refuse(Encoding.Latin1.GetBytes(start), "site.csv"));

    [Theory]
    [InlineData("word/document.xml", "a Word document")]
    [InlineData("ppt/presentation.xml", "a PowerPoint presentation")]
    [InlineData("photos/one.txt", "a zip archive")]
    public void A_zipped_file_that_is_no_workbook_is_named(string part, string inWords) =>
        Assert.Equal(new WorkbookFault(WorkbookFaultKind.ForeignFormat, inWords), Sample.Refuse(Sample.Zip((part, "<a/>"))));

    [Theory]
    [InlineData("table-sheetjs.xls", "site.xlsx", "named .xlsx, but the content is an .xls workbook")]
    [InlineData("table-sheetjs.xlsx", "site.csv", "named .csv, but the content is an .xlsx workbook")]
    [InlineData("table-libreoffice.csv", "site.xls", "named .xls, but the content is a text table (.csv)")]
    [InlineData("table-sheetjs.xlsb", "site.xlsx", "named .xlsx, but the content is an .xlsb workbook")]
    public void A_name_that_disagrees_with_the_content_is_remarked_on_and_the_content_counts(string file, string name, string detail) =>
        Assert.Contains(new WorkbookRemark(WorkbookRemarkKind.ExtensionDisagrees, detail), Sample.Open(Sample.Museum(file), name).Remarks);

    [Fact]
    public void A_file_without_bytes_or_without_a_value_is_empty()
    {
        Assert.Equal(WorkbookFaultKind.Empty, Sample.Refuse([]).Kind);
        Assert.Equal(WorkbookFaultKind.Empty, Sample.Refuse(Sample.Xlsx("<sheetData><row><c s=\"1\"/></row></sheetData>")).Kind);
        Assert.Equal(WorkbookFaultKind.Empty, Sample.Refuse(Sample.Text("\r\n,,\r\n"), "a.csv").Kind);
    }
}
