using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Composite indices: each level of the revised index holds the next.</summary>
internal sealed class CompositeDisclosure
{
    private readonly CompositeRow? row;
    private readonly Cell? n;
    private readonly Cell? improved;
    private readonly Cell? review;
    private readonly Cell? incomplete;
    private readonly List<(int Level, Cell Responders)> levels = [];

    public CompositeDisclosure(CellBlock cells, Summary summary)
    {
        row = summary.Composite?.Rows.FirstOrDefault(one => one.Scope == Cohort.Overall && one.N >= cells.Rules.Minimum);
        if (row is null)
        {
            return;
        }

        n = cells.Known(row.N);
        improved = cells.Part(n, row.CrissImproved.K!.Value, 9);
        review = cells.Part(n, row.StepOneToReview!.Value, 3);
        incomplete = cells.Count(row.Incomplete!.Value, 2);
        foreach (var level in row.Revised)
        {
            var responders = cells.Part(n, level.Responders.K!.Value, 8);
            foreach (var (_, lower) in levels)
            {
                cells.Rest(lower, responders);
            }

            levels.Add((level.Level, responders));
        }
    }

    public Composite? Publish(DisclosureRules rules) => row is null ? null : new Composite(
        [
            new CompositeRow(
                Cohort.Overall, row.N, incomplete!.Shown, GroupFigures.Of(row.CrissP, rules), GroupFigures.Of(improved, n), review!.Shown,
                [.. levels.Select(level => new RevisedCriss(level.Level, GroupFigures.Of(level.Responders, n)))]),
        ],
        []);
}
