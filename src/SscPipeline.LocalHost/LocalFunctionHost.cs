using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost.Binding;
using SscPipeline.LocalHost.Timers;

namespace SscPipeline.LocalHost;

/// <summary>Runs the function classes of the product in this process, on the triggers that their attributes declare.</summary>
/// <remarks>
/// Either <see cref="RunAsync"/> or <see cref="RunUntilIdleAsync"/> at a time. What was delivered is remembered from one call to the next;
/// after a restart <see cref="IHandledBlobs"/> says what needs no delivery.
/// </remarks>
public sealed class LocalFunctionHost : IDisposable
{
    private readonly ImmutableArray<FunctionDefinition> functions;
    private readonly ImmutableArray<IListener> listeners;
    private readonly ImmutableArray<TimerListener> timers;
    private readonly SemaphoreSlim places;
    private readonly FunctionCaller caller;
    private readonly PollLoop loop;
    private readonly LocalHostOptions options;
    private readonly ILogger logger;

    /// <exception cref="InvalidOperationException">A function cannot be called by this host.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting that a trigger names is missing or wrong.</exception>
    public LocalFunctionHost(
        IServiceProvider services, IConfiguration configuration, LocalHostOptions options, IHandledBlobs handled, IHostProgress progress,
        TimeProvider time, ILogger<LocalFunctionHost> logger)
    {
        (this.options, this.logger) = (options, logger);
        places = new SemaphoreSlim(options.MaxParallelBlobs);
        caller = new FunctionCaller(services);
        loop = new PollLoop(options, time, logger);
        functions = FunctionCatalogue.Of(options.FunctionClasses);
        var make = new ListenerFactory(
            configuration, new FunctionRun(caller, progress, time, logger), handled, progress, options, time, logger);
        listeners =
        [
            .. functions.Where(f => f.Trigger is BlobTriggerAttribute).Select(f => make.Blob(f, (BlobTriggerAttribute)f.Trigger, places)),
            .. functions.Where(f => f.Trigger is QueueTriggerAttribute).Select(f => make.Queue(f, (QueueTriggerAttribute)f.Trigger)),
        ];
        timers = [.. functions.Where(f => f.Trigger is TimerTriggerAttribute).Select(f => make.Timer(f, (TimerTriggerAttribute)f.Trigger))];
    }

    /// <summary>In the order of the alphabet.</summary>
    public IEnumerable<string> Functions => functions.Select(function => function.Name);

    /// <summary>Runs until cancelled, and then returns: looking stops at once, running functions have <see cref="LocalHostOptions.Grace"/>.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        logger.Started(functions.Length);
        using var functionsStop = new CancellationTokenSource();
        using var lookingStop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var stopping = lookingStop.Token.Register(() => functionsStop.CancelAfter(options.Grace));
        try
        {
            await AllOrNoneAsync(
                lookingStop,
                [
                    .. listeners.Select(listener => loop.RunAsync(listener, lookingStop.Token, functionsStop.Token)),
                    .. timers.Select(timer => timer.RunAsync(lookingStop.Token, functionsStop.Token)),
                ]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await FinishAsync();
        }
    }

    /// <summary>Delivers what lies in containers and queues, and what follows from that, and returns when nothing is left. Timers rest.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage failed.</exception>
    public async Task RunUntilIdleAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        for (var found = 1; found > 0;)
        {
            found = 0;
            foreach (var listener in listeners)
            {
                found += await listener.PollAsync(cancellationToken, cancellationToken);
                await listener.DrainAsync();
            }
        }
    }

    /// <summary>Calls one timer function now, once, outside its schedule. What it throws escapes.</summary>
    /// <exception cref="ArgumentException">There is no timer function of this name.</exception>
    public async Task FireTimerAsync(string function, CancellationToken cancellationToken)
    {
        var timer = timers.FirstOrDefault(timer => timer.Function == function)
            ?? throw new ArgumentException($"There is no timer function '{function}'.", nameof(function));
        if (await timer.FireAsync(status: null, isPastDue: false, cancellationToken) is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    public void Dispose()
    {
        foreach (var timer in timers)
        {
            timer.Dispose();
        }

        places.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var function in functions)
        {
            await caller.TryOutAsync(function);
        }

        foreach (var listener in listeners)
        {
            await listener.PrepareAsync(cancellationToken);
        }
    }

    /// <summary>None of the loops ends by itself: when one fails, all stop, and its exception escapes.</summary>
    private static async Task AllOrNoneAsync(CancellationTokenSource stop, Task[] loops)
    {
        var first = await Task.WhenAny(loops);
        await stop.CancelAsync();
        await Task.WhenAll(loops).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await first;
    }

    private async Task FinishAsync()
    {
        try
        {
            await Task.WhenAll(listeners.Select(listener => listener.DrainAsync()));
        }
        catch (Exception exception) when (FaultName.IsStorage(exception))
        {
            // Storage failed, or the grace ended: the next start delivers again what was not settled.
            logger.NotSettled(nameof(LocalFunctionHost), FaultName.Of(exception));
        }
    }
}
