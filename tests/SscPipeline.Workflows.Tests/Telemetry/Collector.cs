using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SscPipeline.Workflows.Tests.Telemetry;

/// <summary>A collector on a free port that keeps what exporters send it.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly int answer;
    private readonly ConcurrentQueue<Sent> sent = new();

    private Collector(WebApplication app, int answer) => (this.app, this.answer) = (app, answer);

    public string Address => app.Urls.Single();

    public IReadOnlyList<Sent> Sent => [.. sent];

    public static async Task<Collector> StartAsync(int answer = StatusCodes.Status200OK)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build(), answer);
        collector.app.Run(collector.KeepAsync);
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>What arrived at an address. Texts stand in OTLP's protobuf as they are.</summary>
    public string Words(string path) => string.Join('\n', Sent.Where(one => one.Path == path).Select(one => one.Words));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await using (var plain = context.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body)
        {
            await plain.CopyToAsync(body);
        }

        sent.Enqueue(new Sent(
            context.Request.Path, context.Request.ContentType ?? "", context.Request.Headers["api-key"].ToString(), Encoding.Latin1.GetString(body.ToArray())));
        context.Response.StatusCode = answer;
    }
}

internal sealed record Sent(string Path, string ContentType, string Key, string Words);
