using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Response of the lung in subjects with interstitial lung disease.</summary>
/// <param name="ByMonth">By scope and month.</param>
/// <param name="Subjects">By site, subject and month, on % predicted as the sites sent it.</param>
/// <param name="AtLast">By site and subject: the last value on treatment, in whatever window or between them.</param>
/// <param name="Recomputed">The same on recomputed % predicted; null when none was computed.</param>
public sealed record IldResponse(
    ImmutableArray<IldResponseCounts> ByMonth,
    ImmutableArray<IldResponseSubject> Subjects,
    ImmutableArray<IldResponseAtLast> AtLast,
    IldResponseRecomputed? Recomputed)
{
    /// <summary>By basis, scope and month: all classifications, counted.</summary>
    public ImmutableArray<LungClassRow> Classes { get; init; } = [];
}

public sealed record IldResponseRecomputed(ImmutableArray<IldResponseCounts> ByMonth, ImmutableArray<IldResponseSubject> Subjects);

/// <summary>Subjects by category; in the public summary a number that is withheld is null.</summary>
public sealed record IldResponseCounts(string Scope, int Month, int? Improved, int? Stable, int? Worsened, int? Indeterminate);

/// <param name="FvcRelative">100 (x - b) / b of FVC % predicted.</param>
/// <param name="DlcoRelative">The same of DLCO % predicted; null when either value is missing.</param>
/// <param name="FvcAbsolute">x - b, in percentage points.</param>
/// <param name="DlcoAbsolute">x - b, in percentage points; null when either value is missing.</param>
/// <param name="McidClass">By absolute change of FVC % predicted, 3.0 points either way (doi:10.1164/rccm.201709-1845OC).</param>
/// <param name="PpfPhysiology">FVC fell by 5 points or more or DLCO by 10 or more, within a year (doi:10.1164/rccm.202202-0399ST); null after it.</param>
public sealed record IldResponseSubject(
    string Site,
    string Subject,
    int Month,
    ResponseCategory Category,
    double FvcRelative,
    double? DlcoRelative,
    double FvcAbsolute,
    double? DlcoAbsolute,
    ResponseCategory McidClass,
    bool? PpfPhysiology)
{
    /// <summary>What the flag was judged by: <c>haemoglobin-corrected</c> where both visits have it, else <c>uncorrected</c>; null without DLCO.</summary>
    public string? PpfDlco { get; init; }

    /// <summary>x - b of DLCO % predicted corrected for haemoglobin; null unless both visits have it.</summary>
    public double? DlcoHbAdjustedAbsolute { get; init; }
}

/// <param name="StudyDay">Of the last FVC after baseline, at most 30 days after the last dose.</param>
/// <param name="FvcBaseline">% predicted.</param>
/// <param name="FvcLast">% predicted.</param>
public sealed record IldResponseAtLast(
    string Site,
    string Subject,
    int StudyDay,
    ResponseCategory Category,
    double FvcBaseline,
    double FvcLast,
    double FvcRelative,
    double? DlcoRelative);

public enum ResponseCategory
{
    Improved,
    Stable,
    Worsened,

    /// <summary>FVC changed by 5 to 10 % and DLCO, which would decide, is missing.</summary>
    Indeterminate,
}
