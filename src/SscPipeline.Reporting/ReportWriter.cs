using System.Collections.Immutable;
using SscPipeline.Reporting.Pages;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting;

/// <summary>The files of one report: <c>summary.json</c>, <c>summary.html</c>, <c>subjects.csv</c> and <c>tables/*.csv</c>. All are made from the summary alone: same summary, same bytes.</summary>
public static class ReportWriter
{
    public static ImmutableArray<ReportFile> Write(Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var (json, page, tables) = (ImmutableArray<ReportFile>.Empty, ImmutableArray<ReportFile>.Empty, ImmutableArray<ReportFile>.Empty);
        Parallel.Invoke(() => json = Json(summary), () => page = Page(summary), () => tables = Tables(summary));
        return [.. json, .. page, .. tables];
    }

    /// <summary>The same files while they are made.</summary>
    public static StartedReport Start(Summary summary, CancellationToken cancellationToken)
    {
        // The one that takes longest begins first.
        var json = SummaryJson.Start(summary);
        var tables = SummaryTables.Parts(summary).Select(part => Task.Run(part, cancellationToken)).ToList();
        var page = Task.Run(() => Page(summary), cancellationToken);
        return new StartedReport([.. tables, page], json);
    }

    private static ImmutableArray<ReportFile> Json(Summary summary) => [new ReportFile("summary.json", "application/json", SummaryJson.Write(summary))];

    private static ImmutableArray<ReportFile> Page(Summary summary) => [new ReportFile("summary.html", "text/html; charset=utf-8", SummaryPage.Write(summary))];

    private static ImmutableArray<ReportFile> Tables(Summary summary) => [.. SummaryTables.Parts(summary).SelectMany(part => part())];
}
