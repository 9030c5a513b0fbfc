using System.Globalization;
using Spectre.Console;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Cli.Output;

/// <summary>How the reports and their deliveries stand.</summary>
internal static class ReportsTable
{
    public static Table Reports(IEnumerable<ReportStatus> reports)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Audience", "Last report", "For", "Nothing new since", "Next due", "Open");
        foreach (var report in reports)
        {
            table.AddRow(
                new Text(report.Audience), new Text(report.PublishedAt is null ? "none yet" : $"{report.Path}"),
                new Text(report.PublishedAt is null ? "" : report.Period is { } period ? Time(period) : "by hand"), new Text(Time(report.NothingNewSince)),
                new Text(Time(report.NextDue)),
                report.ClaimedAt is { } claimedAt ? new Text($"attempt {report.Attempt} since {Time(claimedAt)}") : new Text(""));
        }

        return table;
    }

    public static Table Deliveries(IEnumerable<ReportStatus> reports)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Report", "To", "Delivery", "Attempts", "Problem", "Next attempt");
        foreach (var (audience, delivery) in reports.SelectMany(report => report.Deliveries.Select(delivery => (report.Audience, delivery))))
        {
            table.AddRow(
                new Text($"{audience}/{delivery.Report}"), new Text($"{delivery.Channel} {delivery.Recipient}"),
                new Markup(Markup.Escape(Words(delivery)), new Style(Colour(delivery))),
                new Text(delivery.Attempts.ToString(CultureInfo.InvariantCulture)), new Text(delivery.Problem), new Text(Time(delivery.NextAttempt)));
        }

        return table;
    }

    private static string Words(DeliveryStatus delivery) => delivery.State switch
    {
        "Sent" => $"sent {Time(delivery.ChangedAt)}",
        "GivenUp" => "given up",
        "Uncertain" => "left without an answer; not sent again",
        _ when delivery.IsOvertaken => $"{delivery.State.ToLowerInvariant()}; a newer report took its place",
        _ => delivery.State.ToLowerInvariant(),
    };

    private static Color Colour(DeliveryStatus delivery) => delivery switch
    {
        { State: "Sent" } => Color.Green,
        { IsOvertaken: true } => Color.Grey,
        { State: "Failed" or "GivenUp" or "Uncertain" } => Color.Red,
        _ => Color.Default,
    };

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
