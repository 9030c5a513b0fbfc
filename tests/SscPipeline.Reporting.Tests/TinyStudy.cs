using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests;

/// <summary>Studies of a few lines, written in the test that needs them. The first line names the columns.</summary>
internal static class TinyStudy
{
    public static ImmutableArray<SiteData> Sites(string subjects, string visits = "subject_id,site_id,study_day", string events = "subject_id,site_id,ae_term") =>
        SiteFixture.Sites(Table(subjects), Table(visits), Table(events));

    public static Summary Summary(ImmutableArray<SiteData> sites, string audience = "controlled", DateTimeOffset? cutOff = null) =>
        SummaryBuilder.Build(Guo2012.Input with { Sites = sites, Activity = [], Audience = audience, CutOff = cutOff ?? Guo2012.Input.CutOff });

    public static MeasureRow? Row(this Summary summary, string variable, int month) =>
        summary.Measures.Single(measure => measure.Variable == variable).Rows.SingleOrDefault(row => row.Scope == "overall" && row.Month == month);

    private static List<Dictionary<string, string>> Table(string text) => Reporting.Tables.CsvReader.Read(text);
}
