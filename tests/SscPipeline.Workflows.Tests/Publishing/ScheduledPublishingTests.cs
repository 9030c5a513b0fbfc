using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage.Reports;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Workflows.Tests.Publishing;

public sealed class ScheduledPublishingTests : IDisposable
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task A_period_is_published_once_however_often_late_or_at_once_it_is_asked_for()
    {
        await SendAsync(20);

        var both = await Task.WhenAll(RunAsync(), RunAsync());
        var before = await BlobsAsync();
        study.Time.Advance(TimeSpan.FromHours(30));
        await SendAsync(18);
        var late = await RunAsync(isPastDue: true);

        Assert.Equal(["controlled", "public"], both.SelectMany(result => result.Published).Order(StringComparer.Ordinal));
        Assert.Empty(late.Published);
        Assert.Equal(("20260302T060000Z", "20260302T080100Z"), (late.Period, late.Folder));
        Assert.Equal(before, await BlobsAsync());
    }

    [Fact]
    public async Task A_period_that_was_missed_is_published_when_the_host_is_back()
    {
        await SendAsync(20);
        await RunAsync();
        study.Time.Advance(Week + Week + TimeSpan.FromHours(5));

        var late = await RunAsync(isPastDue: true);

        Assert.Equal(("20260316T060000Z", true, 2), (late.Period, late.IsLate, late.Published.Length));
    }

    [Fact]
    public async Task A_quiet_week_still_has_a_report_and_it_says_that_nothing_is_new()
    {
        await SendAsync(20);
        var first = await RunAsync();
        study.Time.Advance(Week);
        var second = await RunAsync();
        study.Time.Advance(Week);
        var third = await RunAsync();
        await SendAsync(18);
        study.Time.Advance(Week);
        var fourth = await RunAsync();

        Assert.Equal([null, At(first), At(first), null], new[] { first, second, third, fourth }.Select(result => result.NothingNewSince));
        var quiet = Encoding.UTF8.GetString(await study.ReportAsync($"controlled/{third.Folder}/summary.html"));
        Assert.Contains("Nothing new:", quiet, StringComparison.Ordinal);
        Assert.Contains("2026-03-02 08:01 UTC", quiet, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing new:", Encoding.UTF8.GetString(await study.ReportAsync("controlled/latest/summary.html")), StringComparison.Ordinal);
        Assert.Equal(At(first), (await SummaryAsync($"public/{third.Folder}")).NothingNewSince);
    }

    [Fact]
    public async Task A_changed_setting_is_something_new()
    {
        var quiet = new MemoryStudy(("Ssc:PercentPredicted", "recomputed"));
        await SendAsync(20);
        var state = await study.Get<StudyReader>().ReadAsync(before: null, CancellationToken.None);

        Assert.NotEqual(study.Get<ReportMaker>().Fingerprint(state), quiet.Get<ReportMaker>().Fingerprint(state));
    }

    [Fact]
    public async Task What_a_dead_publisher_claimed_is_published_by_the_next_round_and_not_before_it_must_be_dead()
    {
        await SendAsync(20);
        await study.Stores.Summaries.TryClaimAsync("controlled", "20260302T060000Z", study.Time.GetUtcNow(), PublishSummaries.Patience, CancellationToken.None);

        var early = await CompleteAsync();
        study.Time.Advance(PublishSummaries.Patience);
        var late = await CompleteAsync();
        var again = await CompleteAsync();

        Assert.Equal(1, early.Published);
        Assert.Equal(1, late.Published);
        Assert.Equal(0, again.Published);
        Assert.Equal(study.Time.GetUtcNow(), (await SummaryAsync("controlled/latest")).GeneratedAt);
    }

    [Fact]
    public async Task A_period_that_nobody_began_is_left_to_the_timer()
    {
        await SendAsync(20);

        Assert.Equal(0, (await CompleteAsync()).Published);
        Assert.Empty(await BlobsAsync());
    }

    [Fact]
    public async Task A_crash_before_latest_was_switched_is_made_up_for()
    {
        await SendAsync(20);
        await RunAsync();
        var old = await study.Stores.Reports.ReadAsync("controlled", ReportFolder.Latest, CancellationToken.None);
        study.Time.Advance(Week);
        await SendAsync(11);
        await RunAsync();
        await study.Stores.Reports.WriteAsync("controlled", ReportFolder.Latest, [.. old, new("tables/gone.csv", "x"u8.ToArray())], CancellationToken.None);

        await CompleteAsync();

        Assert.Equal(11, (await SummaryAsync("controlled/latest")).Measures.Single(measure => measure.Variable == "mrss_total").Rows[0].Mean);
        Assert.DoesNotContain(await BlobsAsync(), blob => blob.Name.EndsWith("gone.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_hand_is_always_published()
    {
        await SendAsync(20);
        await RunAsync();
        study.Time.Advance(TimeSpan.FromMinutes(5));

        var byHand = await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);

        Assert.Equal<IEnumerable<string>>(["controlled", "public"], byHand.Published);
        Assert.Equal(study.Time.GetUtcNow(), (await SummaryAsync("public/latest")).GeneratedAt);
        var status = await study.Get<ReportDesk>().StatusAsync(CancellationToken.None);
        Assert.All(status, line => Assert.Equal((null, new DateTimeOffset(2026, 3, 9, 6, 0, 0, TimeSpan.Zero), false), (line.Period, line.NextDue, line.HasTrouble)));
    }

    [Fact]
    public async Task The_public_report_has_no_subject_in_any_of_its_files()
    {
        await SendAsync(20);
        await RunAsync();

        var names = (await BlobsAsync()).Select(blob => blob.Name).Where(name => name.StartsWith("public/latest/", StringComparison.Ordinal)).ToList();

        Assert.Contains("public/latest/tables/mrss_total.csv", names);
        foreach (var name in names)
        {
            Assert.DoesNotContain("P-01", Encoding.UTF8.GetString(await study.ReportAsync(name)), StringComparison.Ordinal);
        }
    }

    private Task<PublishResult> RunAsync(bool isPastDue = false) => study.Get<IPublishSummaries>().RunAsync(isPastDue, CancellationToken.None);

    private Task<CompleteResult> CompleteAsync() => study.Get<ICompleteSummaries>().RunAsync(CancellationToken.None);

    private Task<Receipt> SendAsync(int mrss) => study.SendAsync(
        "site-a/visits.csv", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"subject_id,study day,mrss,tpn\nP-01,1,{mrss},N\n"));

    private async Task<List<(string Name, string ETag)>> BlobsAsync() =>
        await study.Stores.Reports.ListAsync(CancellationToken.None).Select(blob => (blob.Name, blob.ETag)).ToListAsync();

    private async Task<Summary> SummaryAsync(string folder) => SummaryJson.Read(await study.ReportAsync($"{folder}/summary.json"));

    private static DateTimeOffset? At(PublishResult result) =>
        DateTimeOffset.ParseExact(result.Folder, "yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
