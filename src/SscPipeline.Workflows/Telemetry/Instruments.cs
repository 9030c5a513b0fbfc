using System.Diagnostics.Metrics;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Telemetry;

/// <summary>The pipeline's measurements (README "Telemetry"). Nobody listens: nothing is kept.</summary>
internal sealed class Instruments : IDisposable
{
    /// <summary>Seconds of work: from a small workbook to the limit of a file.</summary>
    private static readonly InstrumentAdvice<double> s_work = new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300] };

    /// <summary>Seconds of waiting: from an idle host to the next search of the inbox, and to a host that was down for days.</summary>
    private static readonly InstrumentAdvice<double> s_wait = new() { HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3_600, 86_400, 604_800] };

    private readonly Meter meter;
    private readonly Counter<long> submissions;
    private readonly Counter<long> rows;
    private readonly Counter<long> issues;
    private readonly Counter<long> failures;
    private readonly Counter<long> reconciled;
    private readonly Histogram<double> ingestDuration;
    private readonly Histogram<double> publishDuration;
    private readonly Histogram<double> lag;
    private readonly Gauge<long> poison;
    private readonly Gauge<double> publishAge;

    public Instruments()
    {
        meter = new Meter(new MeterOptions(TelemetryExport.Name) { Version = TelemetryExport.Version, Scope = this });
        submissions = meter.CreateCounter<long>("ssc.submissions", "{submission}", "Submissions that got a receipt, by status");
        rows = meter.CreateCounter<long>("ssc.rows", "{row}", "Rows of settled submissions: read, accepted, withheld");
        issues = meter.CreateCounter<long>("ssc.issues", "{issue}", "Issues of settled submissions, by check");
        failures = meter.CreateCounter<long>("ssc.failures", "{attempt}", "Attempts that ended with a fault of ours or of storage, by work and type of fault");
        reconciled = meter.CreateCounter<long>("ssc.reconcile.found", "{submission}", "Submissions in the inbox that no event had told of");
        ingestDuration = meter.CreateHistogram("ssc.ingest.duration", "s", "From the trigger to the receipt and the site's page, by status", tags: null, s_work);
        publishDuration = meter.CreateHistogram("ssc.publish.duration", "s", "Both reports, with their deliveries", tags: null, s_work);
        lag = meter.CreateHistogram("ssc.receipt.lag", "s", "From the drop of a document to its receipt", tags: null, s_wait);
        poison = meter.CreateGauge<long>("ssc.poison.length", "{submission}", "What waits for an operator, as ssc poison list shows it");
        publishAge = meter.CreateGauge<double>("ssc.publish.age", "h", "Since the last report, by audience");
    }

    /// <summary>Whether somebody listens to what has to be looked up in storage.</summary>
    public bool WantsVitals => poison.Enabled || publishAge.Enabled;

    public static string TypeOf(Exception fault) => fault.GetType().FullName ?? fault.GetType().Name;

    public void Dispose() => meter.Dispose();

    /// <summary>Whether measurements are of these instruments.</summary>
    public bool Owns(Instrument instrument) => ReferenceEquals(instrument.Meter, meter);

    /// <summary>A submission has its receipt.</summary>
    /// <param name="final">A final ledger row.</param>
    public void Settled(LedgerEntry final, DateTimeOffset now)
    {
        submissions.Add(1, Tag(AttributeNames.Status, final.Status.ToString()));
        rows.Add(final.RowsRead, Tag(AttributeNames.Fate, "read"));
        rows.Add(final.RowsAccepted, Tag(AttributeNames.Fate, "accepted"));
        rows.Add(final.RowsWithheld, Tag(AttributeNames.Fate, "withheld"));
        foreach (var (check, count) in final.Issues)
        {
            issues.Add(count, Tag(AttributeNames.Check, check));
        }

        if (final.ReplayOf is null)
        {
            lag.Record(Math.Max(0, (now - final.ReceivedAt).TotalSeconds));
        }
    }

    public void Ingested(SubmissionStatus status, TimeSpan duration) =>
        ingestDuration.Record(duration.TotalSeconds, Tag(AttributeNames.Status, status.ToString()));

    public void Published(TimeSpan duration) => publishDuration.Record(duration.TotalSeconds);

    public void Failed(string work, Exception fault) =>
        failures.Add(1, Tag(AttributeNames.Work, work), Tag(AttributeNames.Error, TypeOf(fault)));

    public void Reconciled(int found) => reconciled.Add(found);

    public void Waiting(int poisoned) => poison.Record(poisoned);

    public void ReportIs(string audience, TimeSpan old) => publishAge.Record(old.TotalHours, Tag(AttributeNames.Audience, audience));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
