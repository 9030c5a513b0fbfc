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
        var (json, page, tables) = (Array.Empty<byte>(), Array.Empty<byte>(), ImmutableArray<ReportFile>.Empty);
        Parallel.Invoke(
            () => json = SummaryJson.Write(summary),
            () => page = SummaryPage.Write(summary),
            () => tables = [SubjectTable.Write(summary), .. SummaryTables.Write(summary)]);
        return
        [
            new ReportFile("summary.json", "application/json", json),
            new ReportFile("summary.html", "text/html; charset=utf-8", page),
            .. tables,
        ];
    }
}
