using System.Collections.Immutable;

namespace SscPipeline.Workflows.Publishing;

/// <summary>How an audience's reports stand.</summary>
/// <param name="PublishedAt">Null when there is none yet.</param>
/// <param name="Period">The scheduled time of the newest report; null when it was made by hand.</param>
/// <param name="NextDue">By the schedule of the settings; null when it has no more occurrences.</param>
/// <param name="ClaimedAt">When somebody began the current period's report; null when it is published or nobody has begun.</param>
/// <param name="Attempt">How often that was begun.</param>
public sealed record ReportStatus(
    string Audience,
    DateTimeOffset? PublishedAt,
    string? Path,
    DateTimeOffset? Period,
    DateTimeOffset? NothingNewSince,
    DateTimeOffset? NextDue,
    DateTimeOffset? ClaimedAt,
    int Attempt,
    ImmutableArray<DeliveryStatus> Deliveries)
{
    /// <summary>An investigator may lack the newest report.</summary>
    public bool HasTrouble => Attempt > 1 || Deliveries.Any(delivery => delivery is { IsOvertaken: false, State: "Failed" or "GivenUp" or "Uncertain" });
}

/// <param name="Report">Its folder.</param>
/// <param name="NextAttempt">Not before this time; null when none is planned.</param>
/// <param name="IsOvertaken">A newer report has taken this one's place.</param>
public sealed record DeliveryStatus(
    string Report, string Channel, string Recipient, string State, int Attempts, DateTimeOffset ChangedAt, DateTimeOffset? NextAttempt, string Problem,
    bool IsOvertaken);
