using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Benchmarks;

/// <summary>How long each step of the pipeline's own traces took, by name, until somebody asks.</summary>
internal sealed class StepTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, TimeSpan> times = new(StringComparer.Ordinal);
    private readonly ActivityListener listener;

    public StepTimes()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryExport.Name,
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = step => times.AddOrUpdate(step.OperationName, step.Duration, (_, before) => before + step.Duration),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The steps since the last call.</summary>
    public string Take()
    {
        var text = string.Join(", ", times.OrderByDescending(step => step.Value)
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Key} {step.Value.TotalSeconds:0.00}")));
        times.Clear();
        return text;
    }

    public void Dispose() => listener.Dispose();
}
