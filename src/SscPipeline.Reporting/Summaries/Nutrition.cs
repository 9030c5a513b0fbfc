using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>The gut's part. Counts are null in the public summary.</summary>
/// <param name="AlbuminLowAtBaseline">Subjects below 35 g/L at baseline.</param>
/// <param name="AlbuminRestored">Of those, with 35 g/L or more at the last value on treatment.</param>
/// <param name="TpnDiscontinued">On total parenteral nutrition at baseline and not at the last visit.</param>
/// <param name="Rows">Subjects with low albumin or parenteral nutrition at baseline.</param>
public sealed record Nutrition(
    int? AlbuminLowAtBaseline, int? AlbuminRestored, int? TpnAtBaseline, int? TpnDiscontinued, ImmutableArray<NutritionRow> Rows)
{
    /// <summary>The same counts with their intervals, by scope.</summary>
    public ImmutableArray<NutritionCounts> ByScope { get; init; } = [];
}

/// <param name="AlbuminLast">g/L, the last value up to 30 days after the last dose.</param>
/// <param name="AlbuminRestored">Null unless albumin was below 35 g/L at baseline.</param>
/// <param name="TpnLast">At the last visit; null when it was not recorded there.</param>
/// <param name="TpnOffDay">Study day of the first visit from which on none recorded parenteral nutrition.</param>
/// <param name="TpnOffMonth">The planned visit nearest to that day, if it lies in a window.</param>
/// <param name="TpnDiscontinued">Null when TPN was not given at baseline or its state at the last visit is unknown.</param>
public sealed record NutritionRow(
    string Site,
    string Subject,
    double? AlbuminBaseline,
    double? AlbuminLast,
    int? AlbuminLastDay,
    bool? AlbuminRestored,
    string? TpnBaseline,
    string? TpnLast,
    int? TpnOffDay,
    int? TpnOffMonth,
    bool? TpnDiscontinued);
