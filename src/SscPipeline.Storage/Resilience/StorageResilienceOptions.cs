using SscPipeline.Storage.Outcomes;

namespace SscPipeline.Storage.Resilience;

/// <summary>How storage that is slow, busy or away is treated. The defaults outlast a failover of some seconds.</summary>
public sealed record StorageResilienceOptions
{
    /// <summary>For one attempt, and for each read of a long download. 1 second to 10 minutes, default 30 seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts after the first one. 0 to 20, default 6.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>Before the first retry; it doubles each time, with jitter. 1 ms to 1 minute, default 0.4 seconds.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>At least <see cref="Delay"/>, at most 5 minutes, default 10 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The breaker opens when more than this share of attempts fails. Above 0 to 1, default 0.6.</summary>
    public double BreakAtFailureRatio { get; init; } = 0.6;

    /// <summary>The time that the share is taken of. 0.5 seconds to 10 minutes, default 20 seconds.</summary>
    public TimeSpan BreakerWindow { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>With fewer attempts in the window the breaker stays closed. 2 to 10,000, default 20.</summary>
    public int BreakerMinimumAttempts { get; init; } = 20;

    /// <summary>How long nothing is sent once the breaker is open. 0.5 seconds to 5 minutes, default 5 seconds.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Transactions that one submission sends at the same time. 1 to 8, default 4.</summary>
    public int BatchesInFlight { get; init; } = 4;

    /// <exception cref="ArgumentException">A value is outside its limits; the message names it.</exception>
    public StorageResilienceOptions Checked()
    {
        Require(Within(AttemptTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)), nameof(AttemptTimeout), "1 second to 10 minutes", "00:00:30");
        Require(Retries is >= 0 and <= 20, nameof(Retries), "0 to 20", "6");
        Require(Within(Delay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)), nameof(Delay), "1 millisecond to 1 minute", "00:00:00.4");
        Require(Within(MaxDelay, Delay, TimeSpan.FromMinutes(5)), nameof(MaxDelay), "at least Delay, at most 5 minutes", "00:00:10");
        Require(BreakAtFailureRatio is > 0 and <= 1, nameof(BreakAtFailureRatio), "above 0, up to 1", "0.6");
        Require(Within(BreakerWindow, TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(10)), nameof(BreakerWindow), "half a second to 10 minutes", "00:00:20");
        Require(BreakerMinimumAttempts is >= 2 and <= 10_000, nameof(BreakerMinimumAttempts), "2 to 10000", "20");
        Require(Within(BreakFor, TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(5)), nameof(BreakFor), "half a second to 5 minutes", "00:00:05");
        Require(BatchesInFlight is >= 1 and <= OutcomeLanes.Count, nameof(BatchesInFlight), "1 to 8", "4");
        return this;
    }

    private static bool Within(TimeSpan value, TimeSpan from, TimeSpan to) => value >= from && value <= to;

    private static void Require(bool holds, string name, string limits, string example)
    {
        if (!holds)
        {
            throw new ArgumentException($"{name} must be {limits}, such as {example}.");
        }
    }
}
