using System.Text.Json;
using System.Text.Json.Serialization;
using SscPipeline.Delivery.Webhooks;
using SscPipeline.Reporting.Letters;

namespace SscPipeline.Workflows.Delivering;

/// <summary>What a webhook is told: links and key figures, no file and no row.</summary>
internal static class ReportNotice
{
    /// <param name="period">With the audience it is the key by which a receiver drops a repetition.</param>
    public static WebhookCall Pack(ReportParcel parcel, string period, Uri? reports)
    {
        var summary = parcel.Summary;
        var notice = new Notice(
            SchemaVersion: 1,
            Event: "report.published",
            summary.Study,
            summary.Audience,
            period,
            summary.GeneratedAt,
            summary.CutOff,
            summary.NothingNewSince,
            new Links(Link("summary.html"), Link("summary.json")),
            [.. KeyFigures.Of(summary)]);
        return new WebhookCall($"{summary.Audience}/{period}", JsonSerializer.SerializeToUtf8Bytes(notice, NoticeJson.Default.Notice));

        string Link(string file) => reports is null ? $"reports/{parcel.Path}{file}" : new Uri(reports, parcel.Path + file).AbsoluteUri;
    }
}

/// <param name="Links">Addresses where the setting <c>Ssc:Delivery:ReportsUrl</c> says where reports are opened, else paths in storage.</param>
internal sealed record Notice(
    int SchemaVersion, string Event, string Study, string Audience, string Period, DateTimeOffset GeneratedAt, DateTimeOffset CutOff,
    DateTimeOffset? NothingNewSince, Links Links, IReadOnlyList<KeyFigure> Figures);

internal sealed record Links(string Page, string Data);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Notice))]
internal sealed partial class NoticeJson : JsonSerializerContext;
