using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SscPipeline.Delivery.Webhooks;

namespace SscPipeline.Delivery.Tests.Webhooks;

/// <summary>A web server on a free port that keeps what it is told and answers as it is asked to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Queue<int> answers;

    private Receiver(WebApplication app, IEnumerable<int> answers) => (this.app, this.answers) = (app, new(answers));

    public List<Call> Calls { get; } = [];

    /// <param name="answers">In turn; 200 where there is none left. 0 never answers.</param>
    public static async Task<Receiver> StartAsync(params int[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build(), answers);
        receiver.app.MapPost("/{**path}", receiver.AnswerAsync);
        receiver.app.MapGet("/{**path}", receiver.AnswerAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public WebhookEndpoint Endpoint => new()
    {
        Url = new Uri(app.Urls.Single() + "/hook?token=t0ken"),
        Secret = "0123456789abcdef0123456789abcdef",
        Delay = TimeSpan.FromMilliseconds(5),
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Calls.Add(new Call(
            context.Request.Method, context.Request.Path, context.Request.ContentType ?? "", context.Request.Headers["Idempotency-Key"].ToString(),
            context.Request.Headers[WebhookSignature.TimestampHeader].ToString(), context.Request.Headers[WebhookSignature.SignatureHeader].ToString(), body.ToArray()));
        var status = answers.TryDequeue(out var told) ? told : 200;
        if (status == 0)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = status;
        context.Response.Headers.Location = "/elsewhere";
    }
}

internal sealed record Call(string Method, string Path, string ContentType, string Key, string Timestamp, string Signature, byte[] Body);
