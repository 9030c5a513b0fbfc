using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Poison;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Replaying;

/// <summary>The poison queue, as an operator sees it.</summary>
internal sealed class PoisonMessages(Stores stores)
{
    /// <summary>As many as the service shows at a time.</summary>
    public const int AtOnce = 32;

    /// <summary>While an operator's command works on a message, no host takes it.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Poisoned>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await stores.Poison.PeekAsync(AtOnce, cancellationToken)).Select(Describe)];

    /// <summary>Takes one message; the others are given back at once.</summary>
    /// <returns>Null when it is gone or a host has it at this moment.</returns>
    public async Task<PoisonMessage?> TakeAsync(string id, CancellationToken cancellationToken)
    {
        var received = await stores.Poison.ReceiveAsync(AtOnce, Hidden, cancellationToken);
        foreach (var other in received.Where(message => message.Id != id))
        {
            await stores.Poison.ReleaseAsync(other, cancellationToken);
        }

        return received.FirstOrDefault(message => message.Id == id);
    }

    public static Poisoned Describe(PoisonMessage message)
    {
        var place = FailedBlob.TryRead(message.Text) is { } blob ? Upload.Place(blob.BlobName) : (SiteCode.Unassigned, null);
        return new Poisoned(message.Id, PoisonKind.Message, place.Item1.Value, place.Item2, message.DequeueCount, message.InsertedAt);
    }
}
