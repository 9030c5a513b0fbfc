using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Visits expected and seen. From one visit to the next fewer are expected: those who left between must be nobody or enough.</summary>
internal sealed class VisitDisclosure
{
    private readonly List<(int Month, Cell Expected, Cell Seen)> months = [];
    private readonly int subjects;

    public VisitDisclosure(CellBlock cells, Cell all, Summary summary)
    {
        subjects = all.Value;
        foreach (var row in summary.Quality?.Visits.Where(row => row.Scope == Cohort.Overall) ?? [])
        {
            var expected = cells.Part(all, row.Expected!.Value, 6);
            var seen = cells.Part(expected, row.Seen!.Value, 4);
            cells.Rest(all, seen);
            foreach (var (_, earlier, _) in months)
            {
                cells.Rest(earlier, expected);
            }

            months.Add((row.Month, expected, seen));
        }
    }

    public int? Expected(int month) => months.FirstOrDefault(one => one.Month == month).Expected?.Shown;

    public ImmutableArray<VisitRow> Publish() =>
        [.. months.Select(one => new VisitRow(Cohort.Overall, one.Month, subjects, one.Expected.Shown, one.Seen.Shown, null, null, null, GroupFigures.Of(one.Seen, one.Expected)))];
}
