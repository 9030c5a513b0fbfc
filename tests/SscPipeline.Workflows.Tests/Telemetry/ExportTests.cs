using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Domain.Submissions;
using SscPipeline.Functions;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Telemetry;
using SscPipeline.Workflows.Tests.Isolation;

namespace SscPipeline.Workflows.Tests.Telemetry;

/// <summary>Traces, metrics and logs on their way to a collector that is a web server of the test.</summary>
public sealed class ExportTests
{
    private const string Key = "zqsecretqz";

    [Fact]
    public async Task A_collector_gets_traces_metrics_and_logs_with_ids_and_counts_and_nothing_that_a_site_typed()
    {
        await using var collector = await Collector.StartAsync();
        var site = CanarySite.All[0];
        List<Receipt> receipts = [];
        using (var study = Exporting(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_EXPORTER_OTLP_HEADERS", $"api-key={Key}")))
        {
            await site.MapAsync(study);
            foreach (var (document, content) in site.Documents)
            {
                await study.DropAsync($"{site.Code}/{document}", content);
                await ActivatorUtilities.CreateInstance<IngestSubmissionFunction>(study.Get<IServiceProvider>()).RunAsync(null!, $"{site.Code}/{document}", CancellationToken.None);
                receipts.Add(await study.IngestAsync($"{site.Code}/{document}"));
            }

            await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);
            await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);
        }

        var (traces, metrics, logs) = (collector.Words("/v1/traces"), collector.Words("/v1/metrics"), collector.Words("/v1/logs"));
        Assert.All(collector.Sent, one => Assert.Equal(("application/x-protobuf", Key), (one.ContentType, one.Key)));
        Assert.All(receipts, receipt => Assert.Contains(receipt.SubmissionId, traces, StringComparison.Ordinal));
        Assert.All(receipts, receipt => Assert.Contains(receipt.SubmissionId, logs, StringComparison.Ordinal));
        Assert.All(
            (string[])[SpanNames.Recognise, SpanNames.Commit, SpanNames.Publish, "ssc-pipeline", "PartiallyAccepted", "Rejected", "Duplicate"],
            word => Assert.Contains(word, traces, StringComparison.Ordinal));
        Assert.All(
            (string[])["ssc.submissions", "ssc.rows", "ssc.issues", "SSC-091", "ssc.ingest.duration", "ssc.receipt.lag", "ssc.poison.length", "ssc.publish.age", "ssc.reconcile.found"],
            word => Assert.Contains(word, metrics, StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)zq[a-c]qz|zqsecret|shared.csv|subject_id|AccountKey|UseDevelopmentStorage", traces + metrics + logs);
    }

    [Fact]
    public async Task Application_Insights_gets_the_metrics_that_its_alerts_ask_for()
    {
        await using var collector = await Collector.StartAsync();
        using (var study = Exporting(("APPLICATIONINSIGHTS_CONNECTION_STRING", $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={collector.Address}/")))
        {
            await study.DropAsync("site-a/visits.csv", "subject_id,study day,mrss\nzqzq-01,1,20\n");
            await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);
            await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);
        }

        var words = string.Join('\n', collector.Sent.Select(one => one.Words));
        Assert.All(
            (string[])["\"ssc.poison.length\"", "\"ssc.publish.age\"", "\"ssc.reconcile.found\"", "\"ssc.submission\"", "\"ssc.submission.id\""],
            word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.DoesNotContain("zqzq", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(StatusCodes.Status401Unauthorized)]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    public async Task A_collector_that_is_away_or_refuses_disturbs_nothing(int answer)
    {
        await using var collector = await Collector.StartAsync(answer);
        var address = answer == 0 ? "http://127.0.0.1:9" : collector.Address;
        using var study = Exporting(("OTEL_EXPORTER_OTLP_ENDPOINT", address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_EXPORTER_OTLP_TIMEOUT", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "10"), ("OTEL_METRIC_EXPORT_INTERVAL", "10"));

        var receipts = new List<SubmissionStatus>();
        for (var document = 1; document <= 5; document++)
        {
            receipts.Add((await study.SendAsync($"site-a/{document}.csv", $"subject_id,sex,age,height (cm),imatinib start study day\nP-0{document},F,41,160,1\n")).Status);
            await Task.Delay(TimeSpan.FromMilliseconds(30));
        }

        Assert.All(receipts, status => Assert.Equal(SubmissionStatus.Accepted, status));
        Assert.Equal(answer > 0, collector.Sent.Count > 0);
    }

    [Fact]
    public async Task Without_a_setting_nobody_listens_nothing_is_looked_up_and_nothing_is_kept()
    {
        using var study = Exporting();
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss\nP-01,1,20\n");

        Assert.False(study.Get<Instruments>().WantsVitals);
        Assert.Null(await study.Get<Traces>().RunAsync(SpanNames.Submission, span => Task.FromResult(span)));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "http://localhost:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "http/protobuf")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "zqsecretqz", "api-key=")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "zqsecretqz", "InstrumentationKey=")]
    public void A_wrong_setting_stops_the_start_with_an_example_and_without_the_secret(string setting, string value, string example)
    {
        var wrong = Assert.Throws<SettingException>(() => new MemoryStudy((setting, value)));

        Assert.Contains($"'{setting}'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(example, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization=AAD;ClientId=abc", "abc")]
    [InlineData("Authorization=AAD", "")]
    [InlineData("", null)]
    public void The_identity_for_Application_Insights_is_named_as_everywhere_in_Azure(string text, string? client)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", (string?)text)]).Build();

        Assert.Equal(client, TelemetrySettings.Read(configuration).ManagedIdentity);
    }

    private static MemoryStudy Exporting(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        return new MemoryStudy(services => services.AddLogging(logging => logging.AddSscLogExport(configuration)), settings);
    }
}
