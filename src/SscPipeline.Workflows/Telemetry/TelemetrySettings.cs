using Microsoft.Extensions.Configuration;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Telemetry;

/// <summary>Where traces and metrics go: the settings that OpenTelemetry and Application Insights have everywhere.</summary>
/// <param name="Collector">A collector that speaks OTLP; null for none.</param>
/// <param name="ApplicationInsights">A connection string; null for none.</param>
/// <param name="ManagedIdentity">The client id of the identity that Application Insights knows; empty for the app's only one; null when the connection string is enough.</param>
internal sealed record TelemetrySettings(Uri? Collector, string? ApplicationInsights, string? ManagedIdentity)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Headers = "OTEL_EXPORTER_OTLP_HEADERS";
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <exception cref="SettingException">A setting cannot be used. Headers and connection strings, which hold keys, are not repeated.</exception>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        if (configuration[Protocol] is { Length: > 0 } protocol && protocol is not ("grpc" or "http/protobuf"))
        {
            throw new SettingException(Protocol, $"is '{protocol}'. Allowed are grpc and http/protobuf.", "http/protobuf");
        }

        if (configuration[Headers] is { Length: > 0 } headers && !headers.Split(',').All(header => header.IndexOf('=', StringComparison.Ordinal) > 0))
        {
            throw new SettingException(Headers, "is not a list of name=value with commas between.", "api-key=...");
        }

        return new TelemetrySettings(CollectorOf(configuration[Endpoint]), InsightsOf(configuration[Insights]), IdentityOf(configuration[Authentication]));
    }

    private static Uri? CollectorOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new SettingException(Endpoint, "is not an address with http or https.", "http://localhost:4317");

    private static string? InsightsOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) ? text
        : throw new SettingException(Insights, "is not a connection string of Application Insights.", "InstrumentationKey=...;IngestionEndpoint=https://...");

    private static string? IdentityOf(string? text)
    {
        var parts = (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Contains("Authorization=AAD", StringComparer.OrdinalIgnoreCase)
            ? parts.FirstOrDefault(part => part.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase))?["ClientId=".Length..] ?? ""
            : null;
    }
}
