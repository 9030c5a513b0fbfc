using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests;

/// <summary>What typing, checking and normalising may cost in memory for each row: bytes, since time depends on the machine.</summary>
public sealed class AllocationBudgets
{
    private static readonly string[] Headings = ["subject_id", "study_day", .. Variables.MrssAreas, "mrss_total", "fvc_l", "fev1_l", "dlco", "albumin_g_l", "weight_kg"];
    private static readonly int[] Days = [1, 30, 91, 183, 274, 365, 548, 731, 913];

    [Fact]
    public void Typing_a_row_of_25_values_takes_less_than_600_bytes() =>
        Assert.InRange(PerRow(book => Spent(() => Examples.Checker.Read("visits.xlsx", book, CancellationToken.None))), 0, 600);

    [Fact]
    public void Checking_a_row_of_25_values_takes_less_than_9_000_bytes() =>
        Assert.InRange(PerRow(book =>
        {
            var reading = Examples.Checker.Read("visits.xlsx", book, CancellationToken.None);
            return Spent(() => Examples.Checker.Check(reading, Examples.Alone, CancellationToken.None));
        }), 0, 9_000);

    [Fact]
    public void Normalising_a_row_of_25_values_takes_less_than_9_000_bytes() =>
        Assert.InRange(PerRow(book =>
        {
            var verdict = Examples.Checker.Check(Examples.Checker.Read("visits.xlsx", book, CancellationToken.None), Examples.Alone, CancellationToken.None);
            return Spent(() => verdict.Rows.Sum(row => row.Outcomes.Length));
        }), 0, 9_000);

    private static double PerRow(Func<WorkbookReading, long> spent)
    {
        var (few, many) = (Book(20), Book(120));
        _ = spent(few);
        return (spent(many) - spent(few)) / (100.0 * Days.Length);
    }

    private static long Spent<T>(Func<T> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static WorkbookReading Book(int subjects)
    {
        var rows = new SheetRowsBuilder();
        rows.Add(1, [.. Headings.Index().Select(heading => Cell.OfText(heading.Index + 1, heading.Item))], isHidden: false);
        for (var subject = 0; subject < subjects; subject++)
        {
            foreach (var (visit, day) in Days.Index())
            {
                var areas = Enumerable.Range(0, 17).Select(area => (double)((subject + area) % 3)).ToArray();
                var fvc = Math.Round(2.4 + (subject % 50 / 50.0) + (visit / 100.0), 2);
                double[] values = [day, .. areas, areas.Sum(), fvc, Math.Round(fvc * 0.8, 2), 14 + (visit / 10.0), 40 + (visit / 10.0), 60 + (visit / 10.0)];
                rows.Add(
                    2 + (subject * Days.Length) + visit,
                    [Cell.OfText(1, string.Create(CultureInfo.InvariantCulture, $"S-{subject:0000}")), .. values.Index().Select(value => Cell.OfNumber(value.Index + 2, value.Item))],
                    isHidden: false);
            }
        }

        return WorkbookReading.Of(new Workbook(WorkbookFormat.Xlsx, [new Sheet("Visits", rows.Build())]));
    }
}
