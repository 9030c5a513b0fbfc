using System.Globalization;

namespace SscPipeline.Spreadsheets;

/// <summary>What reading may cost in memory for each row: bytes, since time depends on the machine.</summary>
public sealed class AllocationBudgets
{
    private const int Columns = 20;

    [Fact]
    public void Reading_a_row_of_20_numbers_takes_less_than_2_500_bytes()
    {
        var (few, many) = (Book(500), Book(4_500));
        _ = Spent(few);

        var perRow = (Spent(many) - Spent(few)) / 4_000.0;

        Assert.InRange(perRow, 0, 2_500);
    }

    /// <summary>Scores and measured values, as a study has them.</summary>
    private static byte[] Book(int rows) => Sample.Xlsx(string.Concat(Enumerable.Range(1, rows)
        .Select(row => $"<row r=\"{row}\">{string.Concat(Enumerable.Range(0, Columns).Select(column => Cell(row, column)))}</row>")
        .Prepend("<sheetData>").Append("</sheetData>")));

    private static string Cell(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row}\"><v>{(column < 15 ? row % 4 : 2 + (row * 7 % 200 / 100.0))}</v></c>");

    private static long Spent(byte[] book)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(Sample.Open(book).Sheets);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
