namespace SscPipeline.Reporting.Summaries;

/// <summary>Whose figures a row shows: all sites together or one of them.</summary>
/// <param name="Name"><see cref="Cohort.Overall"/> or a site.</param>
internal sealed record Scope(string Name, IReadOnlyList<CohortSubject> Subjects);
