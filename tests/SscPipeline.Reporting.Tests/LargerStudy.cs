using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests;

/// <summary>An invented study of 60 subjects at 8 sites, and several such side by side.</summary>
internal static class LargerStudy
{
    public static ImmutableArray<SiteData> Sites { get; } =
        SiteFixture.Sites(TestTable.Read("larger_subjects.csv"), TestTable.Read("larger_visits.csv"), []);

    public static Summary Summary { get; } = TinyStudy.Summary(Sites);

    public static Summary Times(int count) => TinyStudy.Summary(
        [.. Enumerable.Range(0, count).SelectMany(copy => Sites.Select(site => site with { Site = SiteCode.Parse($"{site.Site.Value}-{copy}") }))]);
}
