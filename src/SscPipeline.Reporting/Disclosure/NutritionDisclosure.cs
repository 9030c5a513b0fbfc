using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Albumin and parenteral nutrition of all sites together.</summary>
internal sealed class NutritionDisclosure
{
    private readonly Cell? low;
    private readonly Cell? restored;
    private readonly Cell? known;
    private readonly Cell? tpn;
    private readonly Cell? recorded;
    private readonly Cell? stopped;
    private readonly Cell? unknown;

    public NutritionDisclosure(CellBlock cells, Summary summary)
    {
        if (summary.Nutrition.ByScope.FirstOrDefault(row => row.Scope == Cohort.Overall) is not { } row)
        {
            return;
        }

        var measured = summary.Measures.Where(measure => measure.Variable == Variables.Albumin).SelectMany(measure => measure.Rows)
            .FirstOrDefault(one => one is { Scope: Cohort.Overall, Month: 0 })?.N ?? 0;
        if (measured >= cells.Rules.Minimum)
        {
            low = cells.Part(cells.Known(measured), row.AlbuminRestored.N!.Value, 8);
            restored = cells.Part(low, row.AlbuminRestored.K!.Value, 7);
        }

        if (row.TpnKnownAtBaseline >= cells.Rules.Minimum)
        {
            known = cells.Known(row.TpnKnownAtBaseline.Value);
            tpn = cells.Part(known, row.TpnAtBaseline!.Value, 6);
            recorded = cells.Count(row.TpnDiscontinued.N!.Value, 4);
            unknown = cells.Count(row.TpnUnknown!.Value, 3);
            stopped = cells.Part(recorded, row.TpnDiscontinued.K!.Value, 5);
            cells.Sum(tpn, recorded, unknown);
            cells.Rest(tpn, stopped);
        }
    }

    public Nutrition Publish() => new(low?.Shown, restored?.Shown, tpn?.Shown, stopped?.Shown, [])
    {
        ByScope = low is null && known is null
            ? []
            : [new NutritionCounts(Cohort.Overall, GroupFigures.Of(restored, low), known?.Shown, tpn?.Shown, GroupFigures.Of(stopped, recorded), unknown?.Shown)],
    };
}
