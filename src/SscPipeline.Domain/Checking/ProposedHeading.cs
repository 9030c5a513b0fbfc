namespace SscPipeline.Domain.Checking;

/// <summary>A heading that was not read and the variable it may stand for; for a site's mapping, never applied by itself.</summary>
/// <param name="Header">As the site wrote it.</param>
/// <param name="Canonical">The name of a variable.</param>
public sealed record ProposedHeading(string Header, string Canonical);
