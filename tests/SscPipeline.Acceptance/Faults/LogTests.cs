using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.Storage.Ledger;
using SscPipeline.Testing;
using SscPipeline.Workflows.Tests.Telemetry;

namespace SscPipeline.Acceptance.Faults;

/// <summary>What the host and the commands write to their consoles, with every level of the log switched on, and what the host sends to a collector.</summary>
public sealed class LogTests : IDisposable
{
    private const string Canary = "zqcanaryqz";
    private const string Secret = "zqsecretqz0123456789abcdef0123456789";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly (string Name, string Value)[] Settings =
    [
        ("Logging__LogLevel__Default", "Trace"),
        ("Logging__LogLevel__Azure", "Trace"),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_EXPORTER_OTLP_HEADERS", $"api-key={Secret}"),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
        ("Ssc__ReconcileSchedule", "*/2 * * * * *"),
        ("Ssc__SummarySchedule", "*/4 * * * * *"),
        ("Ssc__Delivery__ReportsUrl", "https://study.example.org/reports"),
        ("Ssc__Delivery__Email__Host", "127.0.0.1"),
        ("Ssc__Delivery__Email__Port", "9"),
        ("Ssc__Delivery__Email__From", "ssc@example.org"),
        ("Ssc__Delivery__Email__User", "ssc"),
        ("Ssc__Delivery__Email__Password", Secret),
        ("Ssc__Delivery__Email__ControlledRecipients", $"{Canary}@example.org"),
        ("Ssc__Delivery__Webhook__Url", $"https://127.0.0.1:9/hook?token={Secret}"),
        ("Ssc__Delivery__Webhook__Secret", Secret),
    ];

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [FactWhereSet("SSC_LOGS")]
    public async Task No_log_span_or_measurement_holds_a_value_a_heading_a_name_of_a_file_or_a_secret_whatever_goes_wrong()
    {
        string[] files = [.. Files().Select(file => folder[$"in/{file.Name}"])];
        foreach (var (name, content) in Files())
        {
            folder.Write($"in/{name}", content);
        }

        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), progress: null, CancellationToken.None);
        await using var storage = StudyStorage.Of(azurite.ConnectionString);
        await using var proxy = await ChaosProxy.StartAsync(azurite.ConnectionString, seed: 5);
        proxy.Refused = Convert.ToHexStringLower(SHA256.HashData(Cursed));
        proxy.Rate = 0.2;
        await using var collector = await Collector.StartAsync();
        using var host = await RunningStudy.StartOnAsync(proxy.Connection, [.. Settings, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address)]);
        var submitted = await Ssc.RunAsync(["submit", .. files, "--site", "site-a", "--connection", azurite.ConnectionString]);
        var settled = await SettledAsync(storage, files.Length);
        await PublishedAsync(storage);
        await host.KillAsync();
        var refused = await Ssc.RunAsync("status", "--connection", $"DefaultEndpointsProtocol=http;AccountKey={Secret}");

        Assert.True(submitted.ExitCode == 0, submitted.Errors);
        Assert.Equal(files.Length, settled);
        Assert.Equal(2, refused.ExitCode);
        Assert.Matches("ssc.poison.length(.|\n)*ssc.publish.age|ssc.publish.age(.|\n)*ssc.poison.length", collector.Words("/v1/metrics"));
        Assert.All((string[])["/v1/traces", "/v1/logs"], path => Assert.Matches("[0-9TZ]+-[0-9a-f]{10}", collector.Words(path)));
        var said = string.Join('\n', [host.Said, submitted.Errors, refused.Output, refused.Errors, .. collector.Sent.Select(one => one.Words)]);
        Assert.Contains("dbug: ", said, StringComparison.Ordinal);
        Assert.Matches(@"Submission [0-9TZ]+-[0-9a-f]{10} of site site-a", said);
        Assert.DoesNotContain("zqcanary", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zqsecret", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(new Regex("Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq|Signature|Authorization", RegexOptions.IgnoreCase), said);
    }

    /// <summary>Storage refuses to keep it, so that every attempt fails.</summary>
    private static byte[] Cursed => Text($"subject_id,study day,mrss,fvc % pred\n{Canary}-09,1,20,90\n");

    private static (string Name, byte[] Content)[] Files() =>
    [
        ($"{Canary} visits.csv", Text($"subject_id,study day,mrss,fvc % pred,{Canary} heading\n{Canary}-01,1,20,90,{Canary} cell\n{Canary}-01,183,{Canary} typo,92,\n")),
        ($"{Canary} same.csv", Text($"subject_id,study day,mrss,fvc % pred,{Canary} heading\n{Canary}-01,1,20,90,{Canary} cell\n{Canary}-01,183,{Canary} typo,92,\n")),
        ($"{Canary} conflict.csv", Text($"subject_id,study day,mrss,fvc % pred\n{Canary}-01,1,31,90\n")),
        ($"{Canary} persons.csv", Text($"patient name,subject_id,study day,mrss\nMeier {Canary},{Canary}-02,1,20\n")),
        ($"{Canary} broken.xlsx", [0x50, 0x4B, 3, 4, .. Text(Canary)]),
        ($"{Canary} nothing.csv", []),
        ($"{Canary} cursed.csv", Cursed),
    ];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<int> SettledAsync(StudyStorage storage, int expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        IReadOnlyList<LedgerEntry> entries = [];
        while (entries.Count(entry => entry.IsFinal) < expected)
        {
            await Task.Delay(300, patience.Token);
            entries = await storage.Stores.Ledger.ListAsync(Domain.Submissions.SiteCode.Parse("site-a"), patience.Token);
        }

        return entries.Count;
    }

    /// <summary>And every delivery was tried.</summary>
    private static async Task PublishedAsync(StudyStorage storage)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await storage.Stores.Reports.OpenLatestAsync("controlled", "summary.json", patience.Token) is null)
        {
            await Task.Delay(300, patience.Token);
        }

        await Task.Delay(TimeSpan.FromSeconds(3), patience.Token);
    }
}
