using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Adverse events of one kind, and how often they happen on treatment.</summary>
/// <param name="Group"><c>all</c>, <c>severity</c> (grade 3 and above), <c>grade</c>, <c>seriousness</c>, <c>causality</c>, <c>outcome</c>,
/// <c>action</c> or <c>term</c>.</param>
/// <param name="Level">Of the group; <c>missing</c> where it was not sent, empty for all events.</param>
/// <param name="Events">All that were sent.</param>
/// <param name="Subjects">Those who have one or more of them.</param>
/// <param name="OnTreatment">Of the events, those that began from the first dose to 30 days after the last, or on a day that is not
/// known, in a subject whose treated time is known.</param>
/// <param name="PatientMonths">Treated time of all subjects of the scope.</param>
/// <param name="Per100PatientMonths">100 x events on treatment / patient-months; null without treated time.</param>
/// <param name="Ci95">Of the rate, exact for events that happen independently (Poisson): [low, high].</param>
public sealed record EventRate(
    string Scope,
    string Group,
    string Level,
    int Events,
    int Subjects,
    int OnTreatment,
    double PatientMonths,
    double? Per100PatientMonths,
    ImmutableArray<double>? Ci95);
