using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Poison;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Replaying;

/// <summary>The poison queues, as an operator sees them.</summary>
internal sealed class PoisonMessages(Stores stores)
{
    /// <summary>As many as the service shows at a time.</summary>
    public const int AtOnce = 32;

    /// <summary>While an operator's command works on a message, no host takes it.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Poisoned>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await stores.Poison.PeekAsync(AtOnce, cancellationToken)).Select(message => Describe(message, PoisonKind.Message)),
        .. (await stores.PoisonEvents.PeekAsync(AtOnce, cancellationToken)).Select(message => Describe(message, PoisonKind.Event)),
    ];

    public IPoisonQueue QueueOf(PoisonKind kind) => kind == PoisonKind.Event ? stores.PoisonEvents : stores.Poison;

    /// <summary>Which upload a message is about; null when it does not say.</summary>
    public static FailedBlob? About(PoisonMessage message, PoisonKind kind) => kind != PoisonKind.Event ? FailedBlob.TryRead(message.Text)
        : InboxEvent.TryRead(message.Text) is { } upload ? new FailedBlob(upload.BlobName, upload.ETag)
        : null;

    /// <summary>Takes one message; the others are given back at once.</summary>
    /// <returns>Null when it is gone or a host has it at this moment.</returns>
    public async Task<PoisonMessage?> TakeAsync(Poisoned item, CancellationToken cancellationToken)
    {
        var queue = QueueOf(item.Kind);
        var received = await queue.ReceiveAsync(AtOnce, Hidden, cancellationToken);
        foreach (var other in received.Where(message => message.Id != item.Id))
        {
            await queue.ReleaseAsync(other, cancellationToken);
        }

        return received.FirstOrDefault(message => message.Id == item.Id);
    }

    private static Poisoned Describe(PoisonMessage message, PoisonKind kind)
    {
        var place = About(message, kind) is { } blob ? Upload.Place(blob.BlobName) : (SiteCode.Unassigned, null);
        return new Poisoned(message.Id, kind, place.Item1.Value, place.Item2, message.DequeueCount, message.InsertedAt);
    }
}
