using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Workflows.Tests.Publishing;

public sealed class PublishSummariesTests : IDisposable
{
    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task The_latest_report_holds_what_is_current_and_nothing_that_was_replaced()
    {
        await study.SendAsync("site-a/subjects.csv", "subject_id,sex,age,height (cm),imatinib start study day\nP-01,F,41,160,1\n");
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\nP-01,183,14,N\n");
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\nP-01,183,12,N\n");

        var published = await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);

        var summary = await LatestAsync();
        Assert.Equal((1, 1), (published.Sites, published.Subjects));
        var month6 = summary.Measures.Single(measure => measure.Variable == "mrss_total").Rows.Single(row => row.Scope == "overall" && row.Month == 6);
        Assert.Equal(12, month6.Mean);
        Assert.Equal(-8, month6.Change!.Mean);
        Assert.Equal((2, 3), (summary.Sites.Single().Documents, summary.Sites.Single().Submissions));
    }

    [Fact]
    public async Task An_extract_that_is_damaged_or_old_changes_no_number()
    {
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);
        var first = await study.OutcomesAsync();

        await study.Stores.Extracts.WriteAsync(Domain.Submissions.SiteCode.Parse("site-a"), new byte[] { 1, 2, 3 }, CancellationToken.None);

        Assert.Equal(first, await study.OutcomesAsync());
    }

    private async Task<Summary> LatestAsync()
    {
        await using var blob = (await study.Stores.Reports.OpenLatestAsync("controlled", "summary.json", CancellationToken.None))!;
        using var copy = new MemoryStream();
        await blob.Content.CopyToAsync(copy);
        return SummaryJson.Read(copy.ToArray());
    }
}
