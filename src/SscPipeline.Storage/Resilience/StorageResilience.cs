using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace SscPipeline.Storage.Resilience;

/// <summary>The one layer of retries: exponential with jitter around a circuit breaker.</summary>
/// <remarks>Retries go on while the breaker is open, but wait: nothing is sent until it closes.</remarks>
internal static class StorageResilience
{
    public static ResiliencePipeline<Attempt> Create(StorageResilienceOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.Delay,
                MaxDelay = options.MaxDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<Attempt>().HandleResult(attempt => attempt.IsPassingFault).Handle<BrokenCircuitException>(),
                DelayGenerator = arguments => ValueTask.FromResult(
                    arguments.Outcome.Result.WaitFor is { } asked && asked > TimeSpan.Zero ? Least(asked, options.MaxDelay) : (TimeSpan?)null),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                FailureRatio = options.BreakAtFailureRatio,
                SamplingDuration = options.BreakerWindow,
                MinimumThroughput = options.BreakerMinimumAttempts,
                BreakDuration = options.BreakFor,
                ShouldHandle = new PredicateBuilder<Attempt>().HandleResult(attempt => attempt.IsPassingFault),
            })
            .Build();
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
