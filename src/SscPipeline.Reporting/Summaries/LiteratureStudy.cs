using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>One published study of imatinib in systemic sclerosis. Only figures read in the named source; null is not verified.</summary>
/// <param name="MrssChange">Points from baseline, as the source gives it; negative is improvement.</param>
/// <param name="VerifiedFrom">What was read.</param>
public sealed record LiteratureStudy(
    string Study,
    int? N,
    string? Design,
    string? ImatinibDoseMgPerDay,
    string? DurationMonths,
    double? MrssChange,
    string? MrssDetail,
    string? FvcChange,
    string? DlcoChange,
    string? Discontinuations,
    string? SeriousAdverseEvents,
    string Source,
    string? VerifiedFrom)
{
    /// <summary>When the skin score was read again, in words: <c>month 6</c>.</summary>
    public string? MrssTime { get; init; }

    /// <summary>What <see cref="MrssChange"/> is: <c>mean</c>, <c>modelled</c>, <c>pooled</c>, or a <c>difference of means</c> or
    /// <c>difference of medians</c> computed here from two published values.</summary>
    public string? MrssKind { get; init; }

    /// <summary>Of <see cref="MrssChange"/>, [low, high], where the source gives it.</summary>
    public ImmutableArray<double>? MrssCi95 { get; init; }
}
