using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Tests.Publishing;

public sealed class IncrementalReportTests : IDisposable
{
    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Theory, InlineData("controlled"), InlineData("public")]
    public async Task After_one_site_of_several_changed_a_report_has_the_very_bytes_of_one_that_is_made_from_the_tables(string audience)
    {
        await SendAllAsync();
        await PublishAsync();
        await SendAsync(2, baseline: 31);
        await study.SendAsync("site-2/events.csv", "subject_id,adverse event,grade,serious,onset study day\nP-01,Oedema,2,N,40\n");

        var incremental = await ReadAsync();
        await ForgetAsync();
        var whole = await ReadAsync();

        Assert.Equal(["site-1", "site-3", "site-4"], incremental.Kept.Keys.Select(site => site.Value).Order(StringComparer.Ordinal));
        Assert.Empty(whole.Kept);
        Assert.Equal(Files(audience, whole), Files(audience, incremental));
        Assert.Equal(study.Get<ReportMaker>().Fingerprint(whole), study.Get<ReportMaker>().Fingerprint(incremental));
    }

    [Theory]
    [InlineData("no marks at all")]
    [InlineData("{}")]
    [InlineData("{\"site-1\":\"another\",\"site-2\":null,\"site-9\":\"gone\"}")]
    public async Task Whatever_the_list_of_marks_says_it_only_tells_where_to_begin(string marks)
    {
        await SendAllAsync();
        await PublishAsync();
        await SendAsync(2, baseline: 31);
        await study.Stores.Extracts.WriteFiguresAsync("marks", Encoding.UTF8.GetBytes(marks), CancellationToken.None);

        var incremental = await ReadAsync();
        await ForgetAsync();

        Assert.Equal(Files("controlled", await ReadAsync()), Files("controlled", incremental));
    }

    [Fact]
    public async Task A_site_that_sent_nothing_is_not_read_again_and_one_that_is_still_sending_is()
    {
        await SendAllAsync();
        await PublishAsync();
        var quiet = await ReadAsync();
        await study.Stores.Ledger.BeginAsync(
            Site(3), SubmissionId.Of(study.Time.GetUtcNow(), new string('a', 64)), "late.csv", new string('a', 64), "\"1\"", study.Time.GetUtcNow(), CancellationToken.None);
        var sending = await ReadAsync();
        await PublishAsync();
        var still = await ReadAsync();

        Assert.Equal(4, quiet.Kept.Count);
        Assert.Equal(3, sending.Kept.Count);
        Assert.DoesNotContain(Site(3), still.Kept.Keys);
    }

    [Fact]
    public async Task A_site_whose_extract_was_rebuilt_is_read_again()
    {
        await SendAllAsync();
        await PublishAsync();
        await study.Get<ReplayDesk>().RebuildExtractAsync(Site(1), CancellationToken.None);

        Assert.Equal(["site-2", "site-3", "site-4"], (await ReadAsync()).Kept.Keys.Select(site => site.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_this_process_wrote_is_not_read_again_until_another_one_wrote_there_too()
    {
        await SendAllAsync();
        await PublishAsync();
        var first = await ReadAsync();
        var second = await ReadAsync();
        using var other = study.With();
        await SendAsync(2, baseline: 31);
        await other.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);
        var third = await ReadAsync();

        Assert.Same(first.Kept[Site(1)], second.Kept[Site(1)]);
        Assert.Equal(4, third.Kept.Count);
        Assert.NotSame(first.Kept[Site(1)], third.Kept[Site(1)]);
        Assert.NotEqual(first.Kept[Site(2)].Mark, third.Kept[Site(2)].Mark);
    }

    [Fact]
    public async Task Other_settings_use_nothing_that_was_kept_under_the_old_ones()
    {
        await SendAllAsync();
        await PublishAsync();
        using var other = study.With(("Ssc:ReferenceSet:Spirometry", "GLI-2012"));

        Assert.Equal(4, (await ReadAsync()).Kept.Count);
        Assert.Empty((await other.Get<StudyReader>().ReadAsync(before: null, CancellationToken.None)).Kept);
    }

    [Fact]
    public async Task A_page_is_written_anew_when_visits_have_fallen_due_though_the_site_sent_nothing()
    {
        await SendAllAsync();
        await PublishAsync();
        var before = await PageAsync();
        await PublishAsync();
        var same = await PageAsync();
        study.Time.Advance(TimeSpan.FromDays(400));
        await PublishAsync();

        Assert.Equal(before, same);
        Assert.NotEqual(before, await PageAsync());
    }

    private static SiteCode Site(int number) => SiteCode.Parse($"site-{number}");

    private async Task SendAllAsync()
    {
        for (var site = 1; site <= 4; site++)
        {
            await SendAsync(site, baseline: 20 + site);
        }
    }

    private async Task SendAsync(int site, int baseline)
    {
        var visits = string.Concat(Enumerable.Range(1, 6).Select(subject => $"P-0{subject},2026-01-01,{baseline + subject},2.{subject}0,60,38\nP-0{subject},2026-02-15,{baseline - subject},2.{subject}5,61.5,37\n"));
        await study.SendAsync($"site-{site}/visits.csv", $"subject_id,visit date,mrss,fvc (L),fvc % predicted,albumin (g/L)\n{visits}");
        await study.SendAsync(
            $"site-{site}/subjects.csv",
            "subject_id,sex,age,height (cm),imatinib start date\n" + string.Concat(Enumerable.Range(1, 6).Select(subject => $"P-0{subject},{(subject % 2 == 0 ? "M" : "F")},4{subject},16{subject + (baseline % 3)},2026-01-01\n")));
    }

    private Task<PublishResult> PublishAsync() => study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);

    private Task<StudyState> ReadAsync() => study.Get<StudyReader>().ReadAsync(before: null, CancellationToken.None);

    /// <summary>What was kept of sites is damaged, and so not used.</summary>
    private async Task ForgetAsync()
    {
        foreach (var site in await study.Stores.Ledger.SitesAsync(CancellationToken.None))
        {
            await study.Stores.Extracts.WriteAsync(site, new byte[] { 1, 2, 3 }, CancellationToken.None);
        }

        await study.Stores.Extracts.WriteFiguresAsync("1-0", new byte[] { 1, 2, 3 }, CancellationToken.None);
    }

    private List<(string Path, string Content)> Files(string audience, StudyState state)
    {
        var everything = study.Get<ReportMaker>().Summarise(state, study.Time.GetUtcNow(), study.Time.GetUtcNow());
        Assert.Equal(24, everything.Population.Subjects);
        return [.. ReportMaker.Make(audience, everything, nothingNewSince: null).Files.Select(file => (file.Path, Convert.ToHexString(file.Content.Span)))];
    }

    private async Task<byte[]> PageAsync()
    {
        await using var page = (await study.Stores.Receipts.OpenIndexAsync(Site(1), CancellationToken.None))!;
        using var copy = new MemoryStream();
        await page.Content.CopyToAsync(copy);
        return copy.ToArray();
    }
}
