using System.Collections.Frozen;
using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Figures;

/// <summary>The variables that reports read of visits and adverse events, each with its place in <see cref="SiteFigures"/>.</summary>
internal static class FigureVariables
{
    private static readonly string[] PercentPredicted = ["fev1_pct_pred", "tlc_pct_pred", "kco_pct_pred"];

    /// <summary>Numbers of visits, also those that only reports know.</summary>
    public static ImmutableArray<string> Numbers { get; } =
    [
        .. MeasureDefinition.All.Select(measure => measure.Variable),
        DerivedValues.CorrectedForHaemoglobin(Summaries.PercentPredicted.Recomputed(Variables.DlcoPctPred)),
        .. PercentPredicted,
        .. PercentPredicted.Select(Summaries.PercentPredicted.Recomputed),
        Variables.ImatinibDose,
    ];

    /// <summary>Of adverse events.</summary>
    public static ImmutableArray<string> OfEvents { get; } =
    [
        Variables.AeTerm, Variables.AeCtcaeTerm, Variables.AeGrade, Variables.AeSerious, Variables.AeCausality, Variables.AeOutcome, Variables.AeAction,
    ];

    private static readonly FrozenDictionary<string, int> Places =
        Numbers.Index().ToFrozenDictionary(number => number.Item, number => number.Index, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">Reports do not read this variable: it has to be added to <see cref="Numbers"/>.</exception>
    public static int PlaceOf(string variable) => Places[variable];

    /// <returns>Null for what no report reads.</returns>
    public static int? TryPlaceOf(string variable) => Places.TryGetValue(variable, out var place) ? place : null;
}
