using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Polly;
using Polly.Simmy;
using SscPipeline.Storage.Tests.DataTables;

namespace SscPipeline.Workflows.Tests.Concurrency;

/// <summary>A storage that breaks, is busy, is slow, and loses answers of what it has done: each in a share of the requests.</summary>
internal sealed class ChaosTransport : HttpPipelineTransport
{
    private static readonly HttpClientTransport Inner = HttpClientTransport.Shared;

    private readonly ResiliencePipeline<Response?> before;
    private readonly ResiliencePipeline<Response?> after;
    private int faults;

    public ChaosTransport(int seed, double rate)
    {
        var random = new Random(seed);
        var alone = new Lock();
        double Chance()
        {
            lock (alone)
            {
                return random.NextDouble();
            }
        }

        before = new ResiliencePipelineBuilder<Response?>()
            .AddChaosLatency(new() { InjectionRate = rate / 3, Latency = TimeSpan.FromMilliseconds(20), Randomizer = Chance })
            .AddChaosFault(new() { InjectionRate = rate / 6, FaultGenerator = _ => new(new IOException("The connection broke.")), Randomizer = Chance, OnFaultInjected = Count })
            .AddChaosOutcome(new()
            {
                InjectionRate = rate / 3,
                OutcomeGenerator = _ => new(Outcome.FromResult<Response?>(new CannedResponse(Chance() < 0.5 ? 503 : 500, ""))),
                Randomizer = Chance,
                OnOutcomeInjected = Count,
            })
            .Build();
        after = new ResiliencePipelineBuilder<Response?>()
            .AddChaosFault(new() { InjectionRate = rate / 6, FaultGenerator = _ => new(new IOException("The answer was lost.")), Randomizer = Chance, OnFaultInjected = Count })
            .Build();
    }

    public int Faults => Volatile.Read(ref faults);

    /// <summary>Requests whose address holds this never succeed; null for none.</summary>
    public string? AlwaysFailing { get; init; }

    public override Request CreateRequest() => Inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (AlwaysFailing is not null && message.Request.Uri.ToString().Contains(AlwaysFailing, StringComparison.Ordinal))
        {
            message.Response = new CannedResponse(500, "");
            return;
        }

        var injected = await before.ExecuteAsync<Response?>(_ => default, message.CancellationToken);
        if (injected is not null)
        {
            message.Response = injected;
            return;
        }

        await Inner.ProcessAsync(message);
        await after.ExecuteAsync<Response?>(_ => default, message.CancellationToken);
    }

    private ValueTask Count<TArguments>(TArguments arguments)
    {
        Interlocked.Increment(ref faults);
        return default;
    }
}
