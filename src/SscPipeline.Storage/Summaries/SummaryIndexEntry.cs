using System.Collections.Immutable;

namespace SscPipeline.Storage.Summaries;

/// <summary>One published summary.</summary>
/// <param name="Audience"><c>controlled</c> or <c>public</c>.</param>
/// <param name="CutOff">Up to when submissions are in it.</param>
/// <param name="Counts">Sites, subjects and the like, by name.</param>
/// <param name="BlobPath">Of its folder in <c>reports</c>.</param>
public sealed record SummaryIndexEntry(
    string Audience, DateTimeOffset GeneratedAt, DateTimeOffset CutOff, ImmutableSortedDictionary<string, int> Counts, string BlobPath)
{
    /// <summary>The scheduled time that the report is for; null when it was made by hand.</summary>
    public DateTimeOffset? Period { get; init; }

    /// <summary>Of what it was made from: equal when nothing changed.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Since when nothing that the report is made from has changed; null when something had.</summary>
    public DateTimeOffset? NothingNewSince { get; init; }
}
