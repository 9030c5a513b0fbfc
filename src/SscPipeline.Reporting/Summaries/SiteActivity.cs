using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>What one site sent, and what became of it; by current submission of each document.</summary>
/// <param name="IssuesByCheck">How many issues each check found, by check id.</param>
public sealed record SiteActivity(
    string Site,
    int Documents,
    int Submissions,
    int RowsAccepted,
    int RowsWithheld,
    DateTimeOffset? LastReceivedAt,
    ImmutableSortedDictionary<string, int> IssuesByCheck)
{
    /// <summary>Settled submissions by their verdict; empty where it is not known.</summary>
    public ImmutableSortedDictionary<string, int> SubmissionsByStatus { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>How many values or rows each check examined in the current documents; empty where it is not known.</summary>
    public ImmutableSortedDictionary<string, int> ExaminedByCheck { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
}
