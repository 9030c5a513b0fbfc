using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Telemetry;

/// <summary>Hands traces, metrics and logs of the pipeline, and of nothing else in the process, to a collector or to Application Insights.</summary>
/// <remarks>Other sources in the process put addresses of blobs and keys of rows, and with them names and subjects, into what they tell.</remarks>
public static class TelemetryExport
{
    /// <summary>Of the source of traces, of the meter, and what all log categories begin with.</summary>
    public const string Name = "SscPipeline";

    private const string Service = "ssc-pipeline";

    internal static string Version { get; } = typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3);

    /// <summary>Registers the log's way to the collector of <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, for hosts that have none of their own.</summary>
    public static ILoggingBuilder AddSscLogExport(this ILoggingBuilder logging, IConfiguration configuration) =>
        TelemetrySettings.Read(configuration).Collector is null ? logging : logging
            .AddOpenTelemetry(options => options.IncludeFormattedMessage = true)
            .AddFilter<OpenTelemetryLoggerProvider>(category: null, LogLevel.None)
            .AddFilter<OpenTelemetryLoggerProvider>(Name, LogLevel.Information);

    /// <summary>Registers measuring, and exporting when a setting says where to: without one nothing listens and nothing is kept.</summary>
    /// <exception cref="SettingException">A setting is wrong; nothing should start.</exception>
    internal static IServiceCollection AddSscTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider =>
        {
            // No host has to start them, and none to stop them: they flush when the services are disposed.
            provider.GetService<TracerProvider>();
            provider.GetService<MeterProvider>();
            return new Instruments();
        });
        services.AddSingleton<Traces>().AddSingleton<Vitals>();
        var settings = TelemetrySettings.Read(configuration);
        if (settings is { Collector: null, ApplicationInsights: null })
        {
            return services;
        }

        // From here the exporters read OTEL_*.
        services.TryAddSingleton(configuration);
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } name ? name : Service, serviceVersion: Version))
            .WithTracing(traces => traces.AddSource(Name).SetSampler(new AlwaysOnSampler()))
            .WithMetrics(metrics => metrics.AddMeter(Name));
        if (settings.Collector is not null)
        {
            telemetry.UseOtlpExporter();
        }

        if (settings.ApplicationInsights is not null)
        {
            services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddAzureMonitorTraceExporter(Insights));
            services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddAzureMonitorMetricExporter(Insights));
        }

        return services;

        void Insights(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = settings.ApplicationInsights;
            options.Credential = settings.ManagedIdentity switch
            {
                null => null,
                "" => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
                { } client => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client)),
            };

            // A study has few submissions and each counts; and nothing about it goes to disk.
            (options.SamplingRatio, options.TracesPerSecond, options.DisableOfflineStorage) = (1, null, true);
            options.EnableLiveMetrics = false;
        }
    }
}
