using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SscPipeline.Workflows.Tests.Diagnosing;

/// <summary>Stands before a storage and passes everything on, but tells another time, or refuses our version of the API.</summary>
internal sealed class LyingProxy : IAsyncDisposable
{
    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive", "Expect"];

    private readonly WebApplication app;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Dictionary<int, string> upstream = [];

    private LyingProxy()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var service = 0; service < 3; service++)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
        });
        app = builder.Build();
        app.Run(ForwardAsync);
    }

    public string Connection { get; private set; } = "";

    /// <summary>What is added to the time of every answer.</summary>
    public TimeSpan Later { get; set; }

    public bool RefusesOurVersion { get; set; }

    public static async Task<LyingProxy> StartAsync(string connection)
    {
        var proxy = new LyingProxy();
        await proxy.app.StartAsync();
        proxy.Connection = connection;
        foreach (var (service, address) in new[] { "BlobEndpoint", "QueueEndpoint", "TableEndpoint" }.Zip(proxy.app.Urls))
        {
            var at = connection.IndexOf($"{service}=", StringComparison.Ordinal) + service.Length + 1;
            var authority = new Uri(connection[at..connection.IndexOf(';', at)]).GetLeftPart(UriPartial.Authority);
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
        if (RefusesOurVersion)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.Headers["x-ms-error-code"] = "InvalidHeaderValue";
            return;
        }

        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri(upstream[context.Connection.LocalPort] + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, AsSent));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        request.Content = context.Request.ContentLength is null && body.Length == 0 ? null : new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in context.Request.Headers.Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        context.Response.Headers.Date = (answer.Headers.Date + Later)?.ToString("R");
        if (answer.StatusCode != HttpStatusCode.NoContent)
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }
}
