using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Http;

/// <summary>Answers for the HTTP functions on this machine's own address, and on no other.</summary>
/// <remarks>The server has no log: the lines of ASP.NET hold addresses, and with them names of documents. What fails in a function is logged there.</remarks>
public sealed class LocalHttpServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private LocalHttpServer(WebApplication server, Uri address, HttpSettings settings) =>
        (this.server, Address, NewFunctionKey) = (server, address, settings.IsKeyOfThisRun ? settings.FunctionKey : null);

    /// <summary>Such as <c>http://127.0.0.1:7071/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The page on which sites send their workbooks.</summary>
    public Uri UploadPage => new(Address, "api/upload");

    /// <summary>The key that was made for this start; null when the settings name one.</summary>
    public string? NewFunctionKey { get; }

    /// <param name="services">Of the pipeline, from which functions get what they need.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong, or its port is taken.</exception>
    public static async Task<LocalHttpServer> StartAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = HttpSettings.Read(services.GetRequiredService<IConfiguration>());
        var options = services.GetRequiredService<LocalHostOptions>();
        var functions = FunctionCatalogue.Of(options.FunctionClasses).Where(function => function.Trigger is HttpTriggerAttribute).ToList();
        var caller = new FunctionCaller(services);
        var logger = services.GetRequiredService<ILogger<LocalHttpServer>>();
        var key = new FunctionKey(settings.FunctionKey);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HostedInside>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Grace);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, settings.Port);
        });
        var server = builder.Build();
        server.Use(PlainAnswers.WriteAsync);
        server.UseRouting();
        foreach (var function in functions)
        {
            await caller.TryOutAsync(function);
            var trigger = (HttpTriggerAttribute)function.Trigger;
            var endpoint = new HttpFunctionEndpoint(function, trigger.AuthLevel == AuthorizationLevel.Anonymous ? null : key, caller, logger);
            server.MapMethods($"/api/{trigger.Route ?? function.Name}", trigger.Methods ?? [], (RequestDelegate)endpoint.AnswerAsync);
        }

        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            await server.DisposeAsync();
            throw HttpSettings.PortTaken(settings.Port);
        }

        return new LocalHttpServer(server, new Uri(server.Urls.Single()), settings);
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }
}
