using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Pages;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting;

/// <summary>The files of one report: <c>summary.json</c>, <c>summary.html</c> and <c>tables/*.csv</c>. Same input, same bytes.</summary>
public static class ReportWriter
{
    /// <param name="sites">The data behind the summary; never looked at for the public audience.</param>
    public static ImmutableArray<ReportFile> Write(Summary summary, ImmutableArray<SiteData> sites)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var subjects = summary.Audience == "public" ? [] : new Cohort(sites, DateOnly.FromDateTime(summary.CutOff.UtcDateTime)).Subjects;
        return
        [
            new ReportFile("summary.json", "application/json", SummaryJson.Write(summary)),
            new ReportFile("summary.html", "text/html; charset=utf-8", SummaryPage.Write(summary, subjects)),
            .. SummaryTables.Write(summary),
        ];
    }
}
