using System.Collections.Immutable;
using MemoryPack;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Composite indices at month 12. No subject rows and no figures in the public summary.</summary>
/// <param name="Rows">By scope.</param>
/// <param name="Subjects">By site and subject; those who have all five items at baseline and at month 12.</param>
public sealed record Composite(ImmutableArray<CompositeRow> Rows, ImmutableArray<CompositeSubject> Subjects);

/// <param name="N">Subjects with all five items at both times.</param>
/// <param name="Incomplete">Subjects with an item at month 12 and not all of both times.</param>
/// <param name="CrissP">Probability of improvement, ACR-CRISS (doi:10.1002/art.39501).</param>
/// <param name="CrissImproved">p of 0.60 or more.</param>
/// <param name="StepOneToReview">FVC fell by 15 % of baseline or more to below 80 % predicted in a subject with ILD: step 1 may apply, if confirmed.</param>
/// <param name="Revised">Responders at 20, 25, 30 and 50 % (doi:10.1136/annrheumdis-2020-219100).</param>
[MemoryPackable]
public sealed partial record CompositeRow(
    string Scope, int N, int? Incomplete, Distribution CrissP, Share CrissImproved, int? StepOneToReview, ImmutableArray<RevisedCriss> Revised);

/// <param name="Level">Percent by which at least three of the five items must improve; 5 % of FVC always count.</param>
[MemoryPackable]
public sealed partial record RevisedCriss(int Level, Share Responders);

/// <param name="RevisedLevel">The highest of 20, 25, 30 and 50 % at which the subject is a responder; null when at none.</param>
[MemoryPackable]
public sealed partial record CompositeSubject(
    string Site,
    string Subject,
    double MrssChange,
    double FvcChange,
    double PatientGlobalChange,
    double PhysicianGlobalChange,
    double HaqDiChange,
    double CrissP,
    bool IsImproved,
    int? RevisedLevel,
    bool StepOneToReview);
