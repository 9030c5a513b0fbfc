using System.Collections.Immutable;
using SscPipeline.Storage.Deliveries;

namespace SscPipeline.Storage.Summaries;

/// <summary>What was published, newest first, and who is at work on what is not published yet.</summary>
public interface ISummaryIndex
{
    /// <summary>Null when nothing was published for the audience.</summary>
    Task<SummaryIndexEntry?> LatestAsync(string audience, CancellationToken cancellationToken);

    /// <summary>Null when there is no report of just this time.</summary>
    Task<SummaryIndexEntry?> FindAsync(string audience, DateTimeOffset generatedAt, CancellationToken cancellationToken);

    /// <summary>Null when nobody has claimed what is called so.</summary>
    Task<PublicationClaim?> FindClaimAsync(string audience, string name, CancellationToken cancellationToken);

    /// <summary>Asks to be the only one who publishes: of all who ask at the same time, one is answered.</summary>
    /// <param name="name">Of a period, or of a place that one at a time may write.</param>
    /// <param name="patience">A claim that is older, doubled with every attempt, is taken over: who held it is taken to be dead.</param>
    /// <returns>Null when it is done already, or somebody is at it.</returns>
    Task<PublicationClaim?> TryClaimAsync(string audience, string name, DateTimeOffset now, TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>Gives up a claim without having published. A claim that somebody took over meanwhile stays theirs.</summary>
    Task ReleaseAsync(PublicationClaim claim, CancellationToken cancellationToken);

    /// <summary>Notes a report, marks its period as published and plans its deliveries: all at once or not at all.</summary>
    /// <param name="claim">Null for a report that belongs to no period.</param>
    /// <returns>False when somebody took the claim over meanwhile: nothing was written, and the report does not count.</returns>
    Task<bool> TryAddAsync(
        SummaryIndexEntry entry, PublicationClaim? claim, ImmutableArray<DeliveryTarget> deliveries, CancellationToken cancellationToken);
}
