using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Response of the lung by visit, on the basis that the study counts. The other basis classes the same persons a little differently: the
/// differences would be single persons.</summary>
internal sealed class LungDisclosure
{
    private readonly List<Month> months = [];

    public LungDisclosure(CellBlock cells, Summary summary)
    {
        var basis = PercentPredicted.IsRecomputed(summary.Settings) ? "recomputed" : "reported";
        foreach (var row in summary.IldResponse.Classes.Where(row => row.Scope == Cohort.Overall && row.Basis == basis && row.N >= cells.Rules.Minimum))
        {
            var n = cells.Known(row.N);
            var response = Parts(cells, n, 9, row.Improved, row.Stable, row.Worsened, row.Indeterminate);
            var mcid = Parts(cells, n, 7, row.McidImproved, row.McidStable, row.McidWorsened);
            var (ppf, flagged) = row.PpfPhysiology is { K: { } k, N: { } of } && of >= cells.Rules.Minimum ? (k, cells.Known(of)) : (0, null);
            months.Add(new Month(row, n, response, mcid, flagged, flagged is null ? null : cells.Part(flagged, ppf, 5)));
        }
    }

    public IldResponse Publish() => new(
        [.. months.Select(month => new IldResponseCounts(
            Cohort.Overall, month.Row.Month, month.Response[0].Shown, month.Response[1].Shown, month.Response[2].Shown, month.Response[3].Shown))],
        [],
        [],
        null)
    {
        Classes =
        [
            .. months.Select(month => new LungClassRow(
                month.Row.Basis, Cohort.Overall, month.Row.Month, month.N.Value,
                month.Response[0].Shown, month.Response[1].Shown, month.Response[2].Shown, month.Response[3].Shown,
                month.Mcid[0].Shown, month.Mcid[1].Shown, month.Mcid[2].Shown,
                month is { Ppf: { } ppf, Flagged: { } flagged } ? GroupFigures.Of(ppf, flagged) : null, null, null, null)),
        ],
    };

    private static ImmutableArray<Cell> Parts(CellBlock cells, Cell n, int importance, params ReadOnlySpan<int?> counts)
    {
        var parts = ImmutableArray.CreateBuilder<Cell>();
        foreach (var count in counts)
        {
            parts.Add(cells.Part(n, count!.Value, importance));
        }

        cells.Sum(n, parts);
        return parts.ToImmutable();
    }

    private sealed record Month(LungClassRow Row, Cell N, ImmutableArray<Cell> Response, ImmutableArray<Cell> Mcid, Cell? Flagged, Cell? Ppf);
}
