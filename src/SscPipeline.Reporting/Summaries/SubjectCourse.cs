using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>What the pictures draw of one subject.</summary>
/// <param name="HasIld">Null when the site has not said.</param>
/// <param name="FirstDoseDay">Study day; 1 unless the site numbers its days otherwise.</param>
/// <param name="LastDoseDay">Null while treatment goes on, or the last dose is not known.</param>
/// <param name="KnownToDay">The last dose. While treatment goes on: the cut-off, or the last visit where no start date tells its day.</param>
/// <param name="Doses">Where the dose begins and where it changes, by study day.</param>
/// <param name="Visits">Those whose study day is known, by day.</param>
/// <param name="BestMrss">Null without a baseline value or a later one.</param>
public sealed record SubjectCourse(
    string Site,
    string Subject,
    bool? HasIld,
    int FirstDoseDay,
    int? LastDoseDay,
    int? KnownToDay,
    ImmutableArray<DoseStep> Doses,
    ImmutableArray<CourseVisit> Visits,
    ImmutableArray<CourseEvent> AdverseEvents,
    BestMrss? BestMrss);

/// <param name="MgPerDay">Of imatinib; 0 is an interruption.</param>
public sealed record DoseStep(int StudyDay, double MgPerDay);

/// <param name="Values">By variable: of the skin score and of FVC and DLCO in % predicted, those that the visit has.</param>
public sealed record CourseVisit(int StudyDay, ImmutableSortedDictionary<string, double> Values);

/// <param name="OnsetDay">Study day; null where it is not known.</param>
public sealed record CourseEvent(int? OnsetDay, int? EndDay, string? Term, string? Grade, bool IsSerious);

/// <summary>The lowest skin score after baseline, at any visit up to the cut-off; of equal ones the first.</summary>
/// <param name="Change">Value less baseline: negative is improvement.</param>
/// <param name="IsResponder">At that visit; if not there, then at none.</param>
public sealed record BestMrss(int StudyDay, double Baseline, double Value, double Change, bool IsResponder);
