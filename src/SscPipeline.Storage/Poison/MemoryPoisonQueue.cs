using System.Collections.Immutable;
using System.Globalization;

namespace SscPipeline.Storage.Poison;

/// <summary>A queue as the service keeps it, in this process only.</summary>
internal sealed class MemoryPoisonQueue(TimeProvider time) : IPoisonQueue
{
    private readonly Lock alone = new();
    private readonly List<(PoisonMessage Message, DateTimeOffset VisibleFrom)> messages = [];
    private long count;

    public Task AddAsync(string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            messages.Add((new PoisonMessage(Next(), text, null, 0, time.GetUtcNow()), time.GetUtcNow()));
        }

        return Task.CompletedTask;
    }

    public Task<ImmutableArray<PoisonMessage>> PeekAsync(int max, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            return Task.FromResult<ImmutableArray<PoisonMessage>>([.. Visible().Take(max).Select(at => messages[at].Message with { PopReceipt = null })]);
        }
    }

    public Task<ImmutableArray<PoisonMessage>> ReceiveAsync(int max, TimeSpan visibleAgainAfter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            var received = ImmutableArray.CreateBuilder<PoisonMessage>();
            foreach (var at in Visible().Take(max).ToList())
            {
                var message = messages[at].Message;
                received.Add(message with { PopReceipt = Next(), DequeueCount = message.DequeueCount + 1 });
                messages[at] = (received[^1], time.GetUtcNow() + visibleAgainAfter);
            }

            return Task.FromResult(received.DrainToImmutable());
        }
    }

    public Task<bool> DeleteAsync(PoisonMessage received, CancellationToken cancellationToken) =>
        Task.FromResult(Change(received, messages.RemoveAt));

    public Task<bool> ReleaseAsync(PoisonMessage received, CancellationToken cancellationToken) =>
        Task.FromResult(Change(received, at => messages[at] = (messages[at].Message, time.GetUtcNow())));

    private IEnumerable<int> Visible() => Enumerable.Range(0, messages.Count).Where(at => messages[at].VisibleFrom <= time.GetUtcNow());

    private bool Change(PoisonMessage received, Action<int> change)
    {
        var receipt = MessageText.PopReceipt(received);
        lock (alone)
        {
            var at = messages.FindIndex(held => held.Message.Id == received.Id && held.Message.PopReceipt == receipt);
            if (at >= 0)
            {
                change(at);
            }

            return at >= 0;
        }
    }

    private string Next() => (++count).ToString(CultureInfo.InvariantCulture);
}
