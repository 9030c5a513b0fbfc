using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Exposure, and the slopes of FVC.</summary>
internal sealed class TreatmentDisclosure
{
    private readonly Exposure? exposure;
    private readonly Cell? known;
    private readonly Cell? treated;
    private readonly DisclosureRules rules;

    public TreatmentDisclosure(CellBlock cells, Summary summary)
    {
        rules = cells.Rules;
        exposure = summary.Exposure.FirstOrDefault(row => row.Scope == Cohort.Overall);
        if (exposure?.OnTreatmentAtCutOff is { K: { } k, N: { } n } && n >= rules.Minimum)
        {
            known = cells.Known(n);
            treated = cells.Part(known, k, 6);
        }
    }

    public ImmutableArray<Exposure> Publish()
    {
        if (exposure is null || EventDisclosure.PatientMonths(exposure, rules) is not { } months)
        {
            return [];
        }

        var daily = exposure.MeanDailyDoseMg;
        var isApart = rules.AreApart(exposure.TreatmentMonths.N, daily.N);
        return
        [
            exposure with
            {
                TreatmentMonths = GroupFigures.Of(exposure.TreatmentMonths, rules),
                PatientMonths = months,
                MeanDailyDoseMg = isApart ? GroupFigures.Of(daily, rules) : Hidden,
                CumulativeDoseG = isApart ? GroupFigures.Of(exposure.CumulativeDoseG, rules) : Hidden,
                DoseFromVisits = null,
                OnTreatmentAtCutOff = GroupFigures.Of(treated, known),
            },
        ];
    }

    /// <summary>Of two slopes made from nearly the same values the first is shown, and the other where their groups are apart.</summary>
    public static ImmutableArray<LungSlope> Slopes(Summary summary, DisclosureRules rules)
    {
        var sizes = new GroupSizes(rules);
        return
        [
            .. from row in summary.LungSlopes
               where row.Scope == Cohort.Overall && GroupFigures.CanShow(row.Slopes.N, row.Slopes.Sd, rules) && sizes.TryJoin(row.Slopes.N)
               let slopes = GroupFigures.Of(row.Slopes, rules)
               select row with { Slopes = slopes, Ci95 = GroupFigures.Interval(slopes), P = GroupFigures.PairedP(slopes), TooShort = rules.IsSmall(row.TooShort ?? 0) ? null : row.TooShort },
        ];
    }

    private static Distribution Hidden { get; } = new(0, null, null, null, null, null, null, null);
}
