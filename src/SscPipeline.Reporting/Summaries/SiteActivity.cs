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
    ImmutableSortedDictionary<string, int> IssuesByCheck);
