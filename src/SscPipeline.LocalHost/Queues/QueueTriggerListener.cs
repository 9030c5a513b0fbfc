using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Queues;

/// <summary>Empties a queue: each message is deleted when its function succeeded, and tried again at once when it failed.</summary>
/// <remarks>After the last attempt it moves to <c>{queue}-poison</c>. A poison queue has none: there it stays, hidden for a minute at a time.</remarks>
internal sealed class QueueTriggerListener(
    FunctionDefinition function, QueueClient queue, QueueClient? poisonQueue, FunctionRun run, LocalHostOptions options, ILogger logger)
    : IListener
{
    private const int AtOnce = 16;

    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    public string Function => function.Name;

    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public async Task<int> PollAsync(CancellationToken cancellationToken, CancellationToken functionsStop)
    {
        QueueMessage[] messages = await queue.ReceiveMessagesAsync(AtOnce, Hidden, cancellationToken);
        await Task.WhenAll(messages.Select(message => HandleAsync(message, functionsStop)));
        return messages.Length;
    }

    /// <summary>Looking and running are one here.</summary>
    public Task DrainAsync() => Task.CompletedTask;

    private async Task HandleAsync(QueueMessage message, CancellationToken functionsStop)
    {
        var input = TriggerInput.Of(QueueText.Decode(message.MessageText));
        if (await run.TryAsync(function, input, blob: null, (int)message.DequeueCount, functionsStop) is null)
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, functionsStop);
        }
        else if (message.DequeueCount < options.MaxAttempts)
        {
            await queue.UpdateMessageAsync(
                message.MessageId, message.PopReceipt, message.Body, visibilityTimeout: TimeSpan.Zero, functionsStop);
        }
        else if (poisonQueue is not null)
        {
            await poisonQueue.CreateIfNotExistsAsync(cancellationToken: functionsStop);
            await poisonQueue.SendMessageAsync(message.MessageText, functionsStop);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, functionsStop);
            logger.Poisoned(function.Name, options.MaxAttempts, poisonQueue.Name);
        }
        else
        {
            logger.LeftInQueue(function.Name, message.DequeueCount, queue.Name);
        }
    }
}
