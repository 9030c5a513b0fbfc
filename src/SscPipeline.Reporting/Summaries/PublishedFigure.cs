namespace SscPipeline.Reporting.Summaries;

/// <summary>A headline figure of the paper that this study builds on, beside what was computed.</summary>
/// <param name="Agrees">The computed figure is the published one to the digits that were published.</param>
public sealed record PublishedFigure(string Figure, string Published, string Computed, bool Agrees);
