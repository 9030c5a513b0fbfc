using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SscPipeline.Domain.Submissions;
using SscPipeline.Functions;
using SscPipeline.Workflows.Tests.Telemetry;

namespace SscPipeline.Workflows.Tests.Hostile;

/// <summary>Whatever a site types, in whatever field it can type, no line of the log and no span has it, let alone a line of its own.</summary>
public sealed class LogForgingTests : IDisposable
{
    private const string Forged = "CANARY\r\n2026-03-02T08:00:00Z info: SscPipeline.Functions.IngestSubmissionFunction[1000] Submission CANARY of site site-a: Accepted\u2028CANARY\u0085CANARY";

    private readonly ConcurrentQueue<string> lines = new();
    private readonly MemoryStudy study;
    private readonly Told told;

    public LogForgingTests()
    {
        study = new MemoryStudy(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(lines))));
        told = new Told(study);
    }

    public void Dispose()
    {
        told.Dispose();
        study.Dispose();
    }

    [Fact]
    public async Task A_text_that_forges_lines_of_the_log_gets_into_none_from_no_field()
    {
        string[] texts = [Forged, .. HostileTexts.Texts.Where(text => text.Any(char.IsControl))];
        foreach (var (order, text) in texts.Index())
        {
            var site = SiteCode.Parse($"site-{order}");
            await study.Stores.Mappings.WriteAsync(site, $"canonical,header\nmrss_total,{Quoted(text)}\n", CancellationToken.None);
            await SendAsync($"{site}/{text}.csv", Table(text));
            await SendAsync($"{site}/{text}.xlsx", InjectionTests.Package(text));
            await FailAsync($"{site}/{text} failed.csv");
        }

        await SendAsync($"{Forged}/visits.csv", Table(Forged));
        await Function<ReconcileInboxFunction>().RunAsync(new(), CancellationToken.None);
        await Function<PublishSummariesFunction>().RunAsync(new(), CancellationToken.None);

        Assert.True(lines.Count >= (3 * texts.Length) + 3, $"{lines.Count} lines");
        Assert.All(lines, line => Assert.DoesNotContain(HostileTexts.Canary, line, StringComparison.OrdinalIgnoreCase));
        Assert.All(lines, line => Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter is '\u2028' or '\u2029'));
        Assert.DoesNotContain(HostileTexts.Canary, told.Words, StringComparison.OrdinalIgnoreCase);
    }

    private async Task SendAsync(string blobName, byte[] content)
    {
        await study.DropAsync(blobName, content);
        await Function<IngestSubmissionFunction>().RunAsync(null!, blobName, CancellationToken.None);
    }

    private async Task FailAsync(string blobName)
    {
        await study.DropAsync(blobName, Table(blobName));
        await Function<RecordPoisonSubmissionFunction>().RunAsync(await study.PoisonAsync(blobName), CancellationToken.None);
    }

    private T Function<T>() => ActivatorUtilities.CreateInstance<T>(study.Get<IServiceProvider>());

    private static byte[] Table(string text) => System.Text.Encoding.UTF8.GetBytes(
        $"subject_id,study_day,mrss,fvc_l,{Quoted(text)}\nP-01,1,77,{Quoted(text)},{Quoted(text)}\n{Quoted(text)},1,20,2.5,1\nP-02,{Quoted(text)},20,2.5,1\n");

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A log that keeps each line with all that it was made from.</summary>
    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception?.Message} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")}");

        public void Dispose()
        {
        }
    }
}
