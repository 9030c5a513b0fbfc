using System.Collections.Immutable;
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
    private readonly ImmutableArray<(int Level, Cell Responders)> levels = [];

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
        levels = [.. row.Revised.Select(level => (level.Level, cells.Part(n, level.Responders.K!.Value, 8)))];
        for (var i = 0; i < levels.Length; i++)
        {
            for (var j = i + 1; j < levels.Length; j++)
            {
                cells.Rest(levels[i].Responders, levels[j].Responders);
            }
        }
    }

    public Composite? Publish(DisclosureRules rules) => row is null ? null : new Composite(
        [
            new CompositeRow(
                Cohort.Overall, row.N, incomplete!.Shown, GroupFigures.Of(row.CrissP, rules), GroupFigures.Of(improved!, n!), review!.Shown,
                [.. levels.Select(level => new RevisedCriss(level.Level, GroupFigures.Of(level.Responders, n!)))]),
        ],
        []);
}
