using System.Globalization;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Csv;

/// <summary>Rows with more or fewer values than the table has columns: mostly a separator inside a value that was not quoted.</summary>
internal static class UnevenRows
{
    private const int MostListed = 20;

    /// <param name="widths">Row numbers and widths; a negative width ends in blank values, which may be more than the table has.</param>
    public static IEnumerable<WorkbookRemark> Find(IReadOnlyList<(int Row, int Width)> widths)
    {
        if (widths.Count == 0)
        {
            return [];
        }

        var usual = widths.GroupBy(one => Math.Abs(one.Width)).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        var uneven = widths
            .SkipWhile(one => Math.Abs(one.Width) != usual)
            .Where(one => one.Width != usual && one.Width > -usual)
            .ToList();
        var listed = uneven.Take(MostListed).Select(one => Remark($"row {one.Row} has {Math.Abs(one.Width)} values, most rows have {usual}"));
        return uneven.Count > MostListed ? listed.Append(Remark($"{uneven.Count - MostListed} further rows differ")) : listed;
    }

    private static WorkbookRemark Remark(FormattableString detail) =>
        new(WorkbookRemarkKind.UnevenRow, detail.ToString(CultureInfo.InvariantCulture));
}
