namespace SscPipeline.Storage.Summaries;

/// <summary>The right to publish a period, or to write a place.</summary>
/// <param name="Holder">Tells one call from every other.</param>
/// <param name="Attempt">How often it was claimed, from 1.</param>
/// <param name="PublishedAt">The time of the report that the period got; null while it has none.</param>
/// <param name="ETag">Opaque: the version of the row.</param>
public sealed record PublicationClaim(
    string Audience, string Name, string Holder, DateTimeOffset ClaimedAt, int Attempt, DateTimeOffset? PublishedAt, string ETag);
