using System.Globalization;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Workflows.Checking;

/// <summary>A cell roughly as the spreadsheet shows it: dates as year-month-day, percentages with their sign.</summary>
internal static class ShownCell
{
    private const int Shift1904 = 1462;
    private const int LastDay = 2_958_465;

    public static string Of(Cell cell, bool uses1904Dates) => cell.Kind switch
    {
        CellKind.Blank => "",
        CellKind.Boolean => cell.Number == 0 ? "FALSE" : "TRUE",
        CellKind.Number when cell.Format.IsDate && cell.Number >= 1 && cell.Number + (uses1904Dates ? Shift1904 : 0) is var serial and < LastDay =>
            DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Number when cell.Format.IsPercent => (cell.Number * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %",
        CellKind.Number => cell.Number.ToString(CultureInfo.InvariantCulture),
        _ => cell.Text ?? "",
    };
}
