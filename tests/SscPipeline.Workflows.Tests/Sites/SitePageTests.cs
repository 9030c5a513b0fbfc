using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Tests.Sites;

public sealed class SitePageTests : IDisposable
{
    private const string Visits = "subject_id,visit date,mrss,fvc % pred\nP-01,2026-01-10,20,90\nP-01,2026-04-08,18,91\n";
    private const string Subjects = "subject_id,sex,age,height (cm),first dose date\nP-01,F,41,160,2026-01-10\n";

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task Every_submission_stands_on_the_page_whatever_became_of_it_newest_first()
    {
        var accepted = await study.SendAsync("site-a/visits.csv", Visits);
        var duplicate = await study.SendAsync("site-a/copy.csv", Visits);
        var rejected = await study.SendAsync("site-a/broken.csv", "%PDF-1.7 not a workbook");
        var corrected = await study.SendAsync("site-a/visits.csv", Visits.Replace(",18,", ",17,", StringComparison.Ordinal));

        var page = await PageAsync("site-a");

        Receipt[] newestFirst = [corrected, rejected, duplicate, accepted];
        var places = newestFirst.Select(receipt => page.IndexOf($"<span id=\"{receipt.SubmissionId}\">", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.All(newestFirst, receipt => Assert.Contains($"href=\"{receipt.SubmissionId}/receipt.html\"", page, StringComparison.Ordinal));
        Assert.Contains($"replaced by <a href=\"#{corrected.SubmissionId}\">", page, StringComparison.Ordinal);
        Assert.Contains($"replaces <a href=\"#{accepted.SubmissionId}\">", page, StringComparison.Ordinal);
        Assert.Contains($"same bytes as <a href=\"#{accepted.SubmissionId}\">", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{corrected.SubmissionId}/annotated.xlsx\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subjects_file_that_comes_later_settles_what_the_visits_waited_for()
    {
        await study.SendAsync("site-a/visits.csv", Visits);
        var before = await PageAsync("site-a");

        await study.SendAsync("site-a/subjects.csv", Subjects);

        var after = await PageAsync("site-a");
        Assert.Contains("a table of subjects that names it", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Settled", before, StringComparison.Ordinal);
        var settled = After(after, "Settled since then (1)");
        Assert.Contains("SSC-207", settled, StringComparison.Ordinal);
        Assert.DoesNotContain("a table of subjects that names it", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subjects_file_that_comes_later_breaks_what_was_sent_before()
    {
        await study.SendAsync("site-a/visits.csv", "subject_id,visit date,study day,mrss\nP-01,2026-01-10,1,20\nP-01,2026-04-08,89,18\n");
        await study.SendAsync("site-a/subjects.csv", Subjects.Replace("2026-01-10", "2026-01-03", StringComparison.Ordinal));

        var broken = After(await PageAsync("site-a"), "New: please check");

        Assert.Contains("SSC-214", broken, StringComparison.Ordinal);
        Assert.Contains("What to do:", broken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_error_withheld_stays_withheld_when_a_later_document_settles_it_and_the_page_says_how_to_read_it_again()
    {
        var document = await study.SendAsync(
            "site-a/all.xlsx", Books.Of(("Subjects", "subject_id|sex|age|height (cm)\nP-01|F|41|160"), ("Visits", "subject_id|study day|mrss\nP-01|1|20\nP-09|1|24")));
        Assert.Contains(document.Issues, issue => issue.Check == "SSC-208");

        await study.SendAsync("site-a/subjects.csv", Subjects.Replace("P-01", "P-09", StringComparison.Ordinal));

        var page = await PageAsync("site-a");
        Assert.Contains($"<code>ssc replay {document.SubmissionId}</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_that_was_due_and_never_came_is_named_with_its_dates()
    {
        await study.SendAsync("site-a/subjects.csv", Subjects.Replace("2026-01-10", "2025-06-01", StringComparison.Ordinal));
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,albumin (g/L)\nP-01,1,20,40\nP-01,91,18,\n");

        var missing = After(await PageAsync("site-a"), "Visits and values that are due");

        Assert.Contains("Month 6</td><td class=\"text\">153 – 213</td><td class=\"text\">2025-10-31 – 2025-12-30</td><td class=\"text\">the whole visit", missing, StringComparison.Ordinal);
        Assert.Contains("Month 3</td><td class=\"text\">61 – 121</td><td class=\"text\">2025-07-31 – 2025-09-29</td><td class=\"text\">Serum albumin", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("Month 12", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_ours_and_a_file_outside_any_site_have_their_pages_too()
    {
        await study.DropAsync("site-a/visits.csv", Visits);
        await study.Get<IRecordPoison>().RunAsync("{\"ContainerName\":\"submissions\",\"BlobName\":\"site-a/visits.csv\"}", CancellationToken.None);
        await study.SendAsync("nowhere.csv", Visits);

        Assert.Contains("could not be processed (our fault)", await PageAsync("site-a"), StringComparison.Ordinal);
        Assert.Contains("nowhere.csv", await PageAsync("_unassigned"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_of_its_own_site_only_and_the_same_again_when_it_is_made_again()
    {
        await study.SendAsync("site-a/visits.csv", Visits);
        await study.SendAsync("site-b/visits.csv", Visits);
        var first = await PageAsync("site-a");

        await study.IngestAsync("site-a/visits.csv");

        Assert.Equal(WithoutTime(first), WithoutTime(await PageAsync("site-a")));
        Assert.DoesNotContain("site-b", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_writes_a_page_again_only_when_something_on_it_is_different()
    {
        await study.SendAsync("site-a/subjects.csv", Subjects);
        await study.SendAsync("site-a/visits.csv", Visits);
        var written = await ModifiedAsync();

        study.Time.Advance(TimeSpan.FromHours(1));
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);
        var unchanged = await ModifiedAsync();
        study.Time.Advance(TimeSpan.FromDays(300));
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);

        Assert.Equal(written, unchanged);
        Assert.NotEqual(written, await ModifiedAsync());
        Assert.Contains("Month 6", await PageAsync("site-a"), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string site)
    {
        var page = await study.Stores.Receipts.OpenIndexAsync(SiteCode.TryParse(site) ?? SiteCode.Unassigned, CancellationToken.None);
        return Encoding.UTF8.GetString(await page!.ReadToEndAsync(CancellationToken.None));
    }

    private async Task<DateTimeOffset> ModifiedAsync()
    {
        await using var page = await study.Stores.Receipts.OpenIndexAsync(SiteCode.Parse("site-a"), CancellationToken.None);
        return page!.Facts.LastModified;
    }

    private static string WithoutTime(string page) =>
        string.Join('\n', page.Split('\n').Where(line => !line.StartsWith("<p class=\"meta\">Made ", StringComparison.Ordinal)));

    private static string After(string page, string heading)
    {
        var at = page.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The page does not say \"{heading}\".");
        return page[at..];
    }
}
