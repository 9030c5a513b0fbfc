using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Tests.Telemetry;

/// <summary>All spans and measurements of one study, kept in memory.</summary>
internal sealed class Told : IDisposable
{
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<Measured> measured = new();
    private readonly ActivityListener activities;
    private readonly MeterListener measurements;

    public Told(MemoryStudy study)
        : this(study.Get<Traces>(), study.Get<Instruments>())
    {
    }

    private Told(Traces traces, Instruments instruments)
    {
        activities = new ActivityListener
        {
            ShouldListenTo = traces.Owns,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        measurements = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instruments.Owns(instrument))
                {
                    Instruments.Add(instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        measurements.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        measurements.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        measurements.Start();
        ActivitySource.AddActivityListener(activities);
    }

    public List<Instrument> Instruments { get; } = [];

    /// <summary>Those that have ended, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. spans];

    public IReadOnlyList<Measured> Measurements => [.. measured];

    /// <summary>The spans that begin a trace.</summary>
    public IReadOnlyList<Activity> Roots => [.. spans.Where(span => span.ParentSpanId == default)];

    /// <summary>The trace of a submission, or of its failure.</summary>
    public Activity Root(string submission) => Roots.Last(span => Equals(span.GetTagItem(AttributeNames.Submission), submission));

    /// <summary>The names of a trace's steps in their order.</summary>
    public string[] Steps(Activity root) => [.. spans.Where(span => span.ParentSpanId == root.SpanId).Select(span => span.OperationName)];

    /// <summary>What an instrument counted, with the given tag if any.</summary>
    public double Sum(string instrument, string tag = "") =>
        measured.Where(one => one.Instrument == instrument && (tag.Length == 0 || one.Tags.Contains(tag, StringComparison.Ordinal))).Sum(one => one.Value);

    /// <summary>Every word of it all.</summary>
    public string Words => string.Join('\n',
    [
        .. spans.Select(span => string.Create(
            CultureInfo.InvariantCulture,
            $"{span.DisplayName} {span.Status} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} {span.TraceStateString} {string.Join(' ', span.Events.Select(one => $"{one.Name} {string.Join(' ', one.Tags)}"))} {string.Join(' ', span.Links.SelectMany(link => link.Tags ?? []))}")),
        .. measured.Select(one => one.ToString()),
    ]);

    public void Dispose()
    {
        activities.Dispose();
        measurements.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = new List<string>();
        foreach (var (name, said) in tags)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={said}"));
        }

        measured.Enqueue(new Measured(instrument.Name, value, string.Join(' ', words)));
    }
}

/// <param name="Tags">As <c>name=value</c> with spaces between.</param>
internal sealed record Measured(string Instrument, double Value, string Tags);
