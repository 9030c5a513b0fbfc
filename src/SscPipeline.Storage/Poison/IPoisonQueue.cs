using System.Collections.Immutable;

namespace SscPipeline.Storage.Poison;

/// <summary>A queue of what failed five times: <c>webjobs-blobtrigger-poison</c> of submissions, <c>ssc-inbox-events-poison</c> of events.</summary>
public interface IPoisonQueue
{
    /// <summary>Sent as base64, as the functions host does.</summary>
    Task AddAsync(string text, CancellationToken cancellationToken);

    /// <summary>Looks and leaves everything as it is. Messages that someone has received are not shown.</summary>
    /// <param name="max">1 to 32.</param>
    Task<ImmutableArray<PoisonMessage>> PeekAsync(int max, CancellationToken cancellationToken);

    /// <summary>Takes messages; who does not delete one in time leaves it for the next.</summary>
    /// <param name="max">1 to 32.</param>
    /// <param name="visibleAgainAfter">1 second to 7 days.</param>
    Task<ImmutableArray<PoisonMessage>> ReceiveAsync(int max, TimeSpan visibleAgainAfter, CancellationToken cancellationToken);

    /// <returns>False when it is gone already, or someone else has received it since.</returns>
    Task<bool> DeleteAsync(PoisonMessage received, CancellationToken cancellationToken);

    /// <summary>Gives a received message back at once.</summary>
    /// <returns>False when it is gone already, or someone else has received it since.</returns>
    Task<bool> ReleaseAsync(PoisonMessage received, CancellationToken cancellationToken);
}
