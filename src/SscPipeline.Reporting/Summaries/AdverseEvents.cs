using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Safety. In the public summary what could point at a person is null.</summary>
/// <param name="ByGrade">Events by CTCAE grade; <c>missing</c> where none was sent.</param>
/// <param name="ByCausality">Events by WHO-UMC category, where "probable" means probably related.</param>
/// <param name="SeriousEvents">By site, subject and onset.</param>
public sealed record AdverseEvents(
    int? Total,
    int? Serious,
    int? SubjectsWithAny,
    int? SubjectsWithSerious,
    ImmutableSortedDictionary<string, int>? ByGrade,
    ImmutableSortedDictionary<string, int>? ByCausality,
    ImmutableSortedDictionary<string, int>? ByOutcome,
    ImmutableArray<SeriousEvent> SeriousEvents);

/// <param name="OnsetDay">Study day.</param>
public sealed record SeriousEvent(
    string Site,
    string Subject,
    string? Term,
    int? OnsetDay,
    int? EndDay,
    string? Grade,
    string? Causality,
    string? Outcome,
    string? Action);
