using System.Diagnostics;

namespace SscPipeline.Workflows.Telemetry;

/// <summary>The pipeline's traces: one for each submission, publication and search of the inbox, with a span for each step.</summary>
/// <remarks>A span is an error when an exception leaves it: our fault or storage's. A site's bad data leaves none. A host that stops is no fault.</remarks>
internal sealed class Traces(Instruments instruments) : IDisposable
{
    private readonly ActivitySource source = new(TelemetryExport.Name, TelemetryExport.Version);

    public void Dispose() => source.Dispose();

    /// <summary>Whether activities are of these traces.</summary>
    public bool Owns(ActivitySource other) => ReferenceEquals(source, other);

    /// <summary>A trace of its own, linked to what surrounds it. Within one of the same name the work belongs to that.</summary>
    public async Task<T> RunAsync<T>(string name, Func<Activity?, Task<T>> work)
    {
        var around = Activity.Current;
        if (around?.Source.Name == TelemetryExport.Name && around.OperationName == name)
        {
            return await work(around);
        }

        Activity.Current = null;
        using var span = source.StartActivity(
            name, ActivityKind.Internal, parentContext: default, tags: null, links: around is null ? null : [new ActivityLink(around.Context)]);
        try
        {
            return await work(span);
        }
        catch (Exception fault) when (Failed(span, fault))
        {
            instruments.Failed(name, fault);
            throw;
        }
    }

    /// <summary>A step of the trace under way.</summary>
    public async Task<T> StepAsync<T>(string step, Func<Task<T>> work)
    {
        using var span = source.StartActivity(step);
        try
        {
            return await work();
        }
        catch (Exception fault) when (Failed(span, fault))
        {
            throw;
        }
    }

    public Task StepAsync(string step, Func<Task> work) => StepAsync(step, async () =>
    {
        await work();
        return true;
    });

    public T Step<T>(string step, Func<T> work)
    {
        using var span = source.StartActivity(step);
        try
        {
            return work();
        }
        catch (Exception fault) when (Failed(span, fault))
        {
            throw;
        }
    }

    private static bool Failed(Activity? span, Exception fault)
    {
        if (fault is OperationCanceledException)
        {
            return false;
        }

        span?.SetTag(AttributeNames.Error, Instruments.TypeOf(fault)).SetStatus(ActivityStatusCode.Error);
        return true;
    }
}
