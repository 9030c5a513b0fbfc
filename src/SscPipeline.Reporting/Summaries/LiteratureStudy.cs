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
    string? VerifiedFrom);
