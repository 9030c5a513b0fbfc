using ExcelDataReader;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Detection;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Legacy;

/// <summary>Reads <c>.xls</c> workbooks (BIFF 5 and 8; older ones as far as the library gives them).</summary>
internal static class XlsWorkbook
{
    private const string InWords = "an .xls workbook";

    /// <param name="container">Null for a bare stream of records.</param>
    public static Workbook Read(Stream content, CompoundFile? container, ReadingMeter meter)
    {
        if (container is not null)
        {
            CompoundKind.EnsureWorkbook(container);
        }

        content.Position = 0;
        var cells = new LegacyCells(meter, uses1904Dates: false);
        var sheets = cells.Read(configuration => ExcelReaderFactory.CreateBinaryReader(content, configuration), InWords);
        return new Workbook(WorkbookFormat.Xls, sheets) { Texts = [.. cells.Texts] };
    }
}
