using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SscPipeline.Acceptance.Faults;

/// <summary>Stands between the host and its storage: answers some requests with 500 or 503, breaks some connections before and some
/// after storage has done what was asked, and keeps some waiting.</summary>
internal sealed class ChaosProxy : IAsyncDisposable
{
    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive", "Expect"];

    private readonly WebApplication app;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Dictionary<int, string> upstream = [];
    private readonly Random random;
    private int faults;
    private int requests;

    private ChaosProxy(int seed)
    {
        random = new Random(seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            for (var service = 0; service < 3; service++)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
        });
        app = builder.Build();
        app.Run(ForwardAsync);
    }

    /// <summary>Of requests, from 0 to 1: a third each is answered wrongly, broken off or kept waiting.</summary>
    public double Rate { get; set; }

    /// <summary>Requests whose address holds this are refused for good; null for none.</summary>
    public string? Refused { get; set; }

    public int Faults => Volatile.Read(ref faults);

    public int Requests => Volatile.Read(ref requests);

    public string Connection { get; private set; } = "";

    public static async Task<ChaosProxy> StartAsync(string connection, int seed)
    {
        var proxy = new ChaosProxy(seed);
        await proxy.app.StartAsync();
        proxy.Connection = connection;
        foreach (var (service, address) in new[] { "BlobEndpoint", "QueueEndpoint", "TableEndpoint" }.Zip(proxy.app.Urls))
        {
            var at = connection.IndexOf($"{service}=", StringComparison.Ordinal) + service.Length + 1;
            var original = new Uri(connection[at..connection.IndexOf(';', at)]);
            var authority = original.GetLeftPart(UriPartial.Authority);
            proxy.upstream[new Uri(address).Port] = authority;
            proxy.Connection = proxy.Connection.Replace($"{service}={authority}", $"{service}={address}", StringComparison.Ordinal);
        }

        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        if (Refused is not null && context.Request.Path.Value!.Contains(Refused, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var (isHit, which, half) = Draw();
        Interlocked.Add(ref faults, isHit ? 1 : 0);
        if (isHit && which == 0)
        {
            context.Response.StatusCode = half ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (isHit && which == 1 && half)
        {
            context.Abort();
            return;
        }

        await Task.Delay(isHit && which == 2 ? 700 : 0, context.RequestAborted);
        using var answer = await AskAsync(context);
        if (isHit && which == 1)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(upstream[context.Connection.LocalPort] + target, AsSent));
        request.Content = context.Request.ContentLength is null && body.Length == 0 ? null : new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in context.Request.Headers.Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
    }

    private (bool IsHit, int Which, bool Half) Draw()
    {
        lock (random)
        {
            return (random.NextDouble() < Rate, random.Next(3), random.Next(2) == 0);
        }
    }
}
