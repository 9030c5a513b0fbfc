using System.Collections.Immutable;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace SscPipeline.Storage.Poison;

internal sealed class AzurePoisonQueue(QueueClient queue) : IPoisonQueue
{
    public Task AddAsync(string text, CancellationToken cancellationToken) => queue.SendMessageAsync(MessageText.Encode(text), cancellationToken);

    public async Task<ImmutableArray<PoisonMessage>> PeekAsync(int max, CancellationToken cancellationToken)
    {
        PeekedMessage[] messages = await queue.PeekMessagesAsync(max, cancellationToken);
        return [.. messages.Select(message => new PoisonMessage(
            message.MessageId, MessageText.Decode(message.Body.ToString()), null, message.DequeueCount, message.InsertedOn))];
    }

    public async Task<ImmutableArray<PoisonMessage>> ReceiveAsync(int max, TimeSpan visibleAgainAfter, CancellationToken cancellationToken)
    {
        QueueMessage[] messages = await queue.ReceiveMessagesAsync(max, visibleAgainAfter, cancellationToken);
        return [.. messages.Select(message => new PoisonMessage(
            message.MessageId, MessageText.Decode(message.Body.ToString()), message.PopReceipt, message.DequeueCount, message.InsertedOn))];
    }

    public Task<bool> DeleteAsync(PoisonMessage received, CancellationToken cancellationToken) =>
        StillOursAsync(() => queue.DeleteMessageAsync(received.Id, MessageText.PopReceipt(received), cancellationToken));

    public Task<bool> ReleaseAsync(PoisonMessage received, CancellationToken cancellationToken) =>
        StillOursAsync(() => queue.UpdateMessageAsync(
            received.Id, MessageText.PopReceipt(received), visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken));

    private static async Task<bool> StillOursAsync(Func<Task> change)
    {
        try
        {
            await change();
            return true;
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == QueueErrorCode.MessageNotFound || refused.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            return false;
        }
    }
}
