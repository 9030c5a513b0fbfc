using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Timers;

/// <summary>Calls a function on its schedule, one call at a time. What was missed while no host ran is made up for once.</summary>
internal sealed class TimerListener(
    FunctionDefinition function, TimerTriggerAttribute trigger, Schedule schedule, ScheduleStatusStore store, FunctionRun run,
    TimeProvider time, ILogger logger) : IDisposable
{
    // The clock can be set and the machine can sleep, so a long wait is made of short ones.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim oneAtATime = new(1);

    public string Function => function.Name;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public void Dispose() => oneAtATime.Dispose();

    /// <param name="functionsStop">Cancelled later: a running function may finish.</param>
    public async Task RunAsync(CancellationToken cancellationToken, CancellationToken functionsStop)
    {
        var isMonitored = trigger.UseMonitor && schedule.IsMonitored(Now);
        var status = isMonitored ? await StatusAtStartAsync(cancellationToken) : null;
        var isPastDue = status is not null && status.Next < Now;
        if (isPastDue)
        {
            logger.PastDue(function.Name);
        }

        if (isPastDue || trigger.RunOnStartup)
        {
            status = await OccurAsync(status, isPastDue, functionsStop);
        }

        while (true)
        {
            await WaitUntilAsync(schedule.After(Now), cancellationToken);
            status = await OccurAsync(status, isPastDue: false, functionsStop);
        }
    }

    /// <summary>One call outside the schedule, which it leaves as it is.</summary>
    /// <returns>What the function threw; null when it succeeded.</returns>
    public async Task<Exception?> FireAsync(ScheduleStatus? status, bool isPastDue, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var timer = new TimerInfo { ScheduleStatus = status, IsPastDue = isPastDue };
            return await run.TryAsync(function, TriggerInput.Of(timer), blob: null, attempt: 1, cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>What is on record; a schedule that changed since then starts afresh and is not past due.</summary>
    private async Task<ScheduleStatus> StatusAtStartAsync(CancellationToken cancellationToken)
    {
        var status = await store.ReadAsync(cancellationToken);
        if (status is not null && schedule.After(status.LastUpdated) == status.Next)
        {
            return status;
        }

        var fresh = new ScheduleStatus { Last = status?.Last ?? default, Next = schedule.After(Now), LastUpdated = Now };
        await SaveAsync(fresh, cancellationToken);
        return fresh;
    }

    /// <summary>A call that fails is not repeated before the next occurrence, as in Azure.</summary>
    private async Task<ScheduleStatus?> OccurAsync(ScheduleStatus? status, bool isPastDue, CancellationToken functionsStop)
    {
        var started = Now;
        await FireAsync(status, isPastDue, functionsStop);
        if (status is null)
        {
            return null;
        }

        var next = new ScheduleStatus { Last = started, Next = schedule.After(started), LastUpdated = started };
        await SaveAsync(next, functionsStop);
        return next;
    }

    private async Task SaveAsync(ScheduleStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync(status, cancellationToken);
        }
        catch (Exception exception) when (FaultName.IsStorage(exception) && !cancellationToken.IsCancellationRequested)
        {
            logger.StatusNotSaved(function.Name, FaultName.Of(exception));
        }
    }

    private async Task WaitUntilAsync(DateTime moment, CancellationToken cancellationToken)
    {
        for (var left = moment - Now; left > TimeSpan.Zero; left = moment - Now)
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, time, cancellationToken);
        }
    }
}
