using System.Text;
using System.Text.RegularExpressions;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Workflows.Tests.Publishing;

public sealed partial class AsOfTests : IDisposable
{
    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task What_was_published_on_a_day_is_reproduced_to_the_byte_after_corrections_came()
    {
        await study.SendAsync("site-a/subjects.csv", "subject_id,sex,age,height (cm),imatinib start study day\nP-01,F,41,160,1\n");
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\nP-01,183,14,N\n");
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,21,N\nP-01,183,14,N\n");
        var published = await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);
        var moment = study.Time.GetUtcNow();

        study.Time.Advance(TimeSpan.FromHours(20));
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,30,N\nP-01,183,14,N\n");
        await study.SendAsync("site-b/visits.csv", "subject_id,study day,mrss,tpn\nP-09,1,9,N\n");
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);

        var past = await MakeAsync(moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(past.Keys, path => path == "reports/controlled/as-of-20260302T080300Z/tables/mrss_total.csv");
        foreach (var (path, content) in past)
        {
            var then = path.Replace("reports/", "", StringComparison.Ordinal).Replace("as-of-20260302T080300Z", published.Folder, StringComparison.Ordinal);
            Assert.Equal(WithoutTime(await study.ReportAsync(then)), WithoutTime(content));
        }
    }

    [Fact]
    public async Task The_day_and_not_the_present_decides_whatever_came_later_or_was_never_used()
    {
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        await study.SendAsync("site-a/visits.csv", "not a table\n");
        study.Time.Advance(TimeSpan.FromDays(1));
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,12,N\n");

        Assert.Equal([null, 20, 12], [await MrssAsync("2026-03-01"), await MrssAsync("2026-03-02"), await MrssAsync("2026-03-03")]);
        Assert.Equal(await MakeAsync("2026-03-02"), await MakeAsync("2026-03-02"));
    }

    [Fact]
    public async Task A_report_of_the_past_is_kept_beside_the_others_and_latest_stays()
    {
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);
        var latest = await study.ReportAsync("controlled/latest/summary.json");
        study.Time.Advance(TimeSpan.FromDays(3));

        var folder = await study.Get<ReportDesk>().KeepAsOfAsync(AsOf.TryParse("2026-03-02")!, CancellationToken.None);

        Assert.Equal("as-of-20260302T235959Z", folder);
        Assert.NotEmpty(await study.ReportAsync($"public/{folder}/summary.json"));
        Assert.Equal(latest, await study.ReportAsync("controlled/latest/summary.json"));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-03T00:00:00Z")]
    [InlineData("2026-03-02T06:00:00Z", "2026-03-02T06:00:01Z")]
    [InlineData("2026-03-02T08:00:00+02:00", "2026-03-02T06:00:01Z")]
    [InlineData("20260302T060000Z", "2026-03-02T06:00:01Z")]
    [InlineData("02.03.2026", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("yesterday", null)]
    public void A_day_ends_at_midnight_UTC_and_anything_that_is_neither_day_nor_time_is_none(string text, string? before) =>
        Assert.Equal(before is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(before, System.Globalization.CultureInfo.InvariantCulture), AsOf.TryParse(text)?.Before);

    private async Task<Dictionary<string, string>> MakeAsync(string day) =>
        (await study.Get<ReportDesk>().AsOfAsync(AsOf.TryParse(day)!, CancellationToken.None))
        .ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span), StringComparer.Ordinal);

    private async Task<double?> MrssAsync(string day)
    {
        var json = (await MakeAsync(day)).Single(file => file.Key.Contains("controlled", StringComparison.Ordinal) && file.Key.EndsWith("summary.json", StringComparison.Ordinal)).Value;
        return SummaryJson.Read(Encoding.UTF8.GetBytes(json)).Measures.Single(measure => measure.Variable == "mrss_total").Rows.FirstOrDefault(row => row.Scope == "overall" && row.Month == 0)?.Mean;
    }

    private static string WithoutTime(byte[] content) => WithoutTime(Encoding.UTF8.GetString(content));

    private static string WithoutTime(string text) => GeneratedAt().Replace(text, "");

    [GeneratedRegex("\"generatedAt\": \"[^\"]+\"|made [0-9: -]+ UTC")]
    private static partial Regex GeneratedAt();
}
