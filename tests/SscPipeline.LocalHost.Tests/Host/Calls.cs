using System.Collections.Concurrent;
using System.Globalization;

namespace SscPipeline.LocalHost.Tests.Host;

/// <summary>What the functions of a test were called with, and how often the next calls are to fail.</summary>
public sealed class Calls
{
    private readonly ConcurrentQueue<string> made = new();
    private int failures;

    public IReadOnlyList<string> Made => [.. made];

    public void FailNext(int calls) => failures = calls;

    public void Add(string call)
    {
        made.Enqueue(call);
        if (Interlocked.Decrement(ref failures) >= 0)
        {
            throw new InvalidOperationException("Subject 0042 has a total of 23.");
        }
    }

    public async Task UntilAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (made.Count < count)
        {
            Assert.False(patience.IsCancellationRequested, string.Create(
                CultureInfo.InvariantCulture, $"Expected {count} calls, saw {made.Count}: {string.Join(", ", made)}"));
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
