using SscPipeline.Reporting.Tests;
using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests.Http;

[Collection(nameof(ServedCollection))]
public sealed class SiteRouteTests(ServedStudy study)
{
    [Fact]
    public async Task A_workbook_that_is_sent_gets_a_receipt_as_JSON_and_page_and_a_copy_with_the_cells_marked()
    {
        using var site = Caller.Of(study, "site-01");
        var wrong = Caller.Visits.Replace(",20,", ",77,", StringComparison.Ordinal);

        var sent = await site.PostAsync("sites/site-01/submissions?document=visits.csv", wrong);
        var settled = await study.SettledAsync("site-01", "visits.csv");
        var receipt = await site.GetAsync(sent.Header("Location"));
        var page = await site.GetAsync(sent.Header("Location"), ("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"));
        var copy = await site.GetAsync(sent.Header("Location").Replace("/receipt", "/annotated", StringComparison.Ordinal));

        Assert.Equal(202, sent.Status);
        Assert.Equal(settled.SubmissionId, sent.Json.GetProperty("submissionId").GetString());
        Assert.Equal(sent.Json.GetProperty("receipt").GetString(), sent.Header("Location"));
        Assert.Equal((200, "application/json"), (receipt.Status, receipt.Type));
        Assert.Equal([], SchemaCheck.Faults("receipt.schema.json", receipt.Body));
        Assert.Equal("PartiallyAccepted", receipt.Json.GetProperty("status").GetString());
        Assert.Equal((200, "text/html"), (page.Status, page.Type));
        Assert.Contains("<h1>", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, copy.Status);
        Assert.StartsWith("PK", copy.Text, StringComparison.Ordinal);
        Assert.Equal("attachment; filename=\"annotated.xlsx\"", copy.Header("Content-Disposition"));
    }

    [Fact]
    public async Task The_same_name_corrects_the_document_and_the_list_has_the_newest_first()
    {
        using var site = Caller.Of(study, "site-02");

        await site.PostAsync("sites/site-02/submissions?document=2025/visits.csv", Caller.Visits);
        var first = await study.SettledAsync("site-02", "2025/visits.csv");
        await Task.Delay(1_100);
        var corrected = await site.PostAsync("sites/site-02/submissions?document=2025%2Fvisits.csv", Caller.Visits.Replace(",18,", ",17,", StringComparison.Ordinal));
        while ((await study.SettledAsync("site-02", "2025/visits.csv")).SubmissionId == first.SubmissionId)
        {
            await Task.Delay(50);
        }

        var list = await site.GetAsync("sites/site-02/submissions");
        var newest = await site.GetAsync("sites/site-02/submissions?top=1");

        Assert.Equal(
            [corrected.Json.GetProperty("submissionId").GetString(), first.SubmissionId],
            list.Json.EnumerateArray().Select(one => one.GetProperty("submissionId").GetString()));
        Assert.Equal([true, false], list.Json.EnumerateArray().Select(one => one.GetProperty("isCurrent").GetBoolean()));
        Assert.Equal(1, newest.Json.GetArrayLength());
        Assert.All((string[])["0", "-1", "1001", "x", "1.5"], top => Assert.Equal(400, site.GetAsync($"sites/site-02/submissions?top={top}").Result.Status));
    }

    [Fact]
    public async Task A_name_may_come_in_a_header_with_any_letters_and_is_kept_as_it_is()
    {
        using var site = Caller.Of(study, "site-03");
        const string Name = "访视 100% müller.csv";

        var sent = await site.PostAsync("sites/site-03/submissions", Caller.Visits, ("x-ssc-document", Uri.EscapeDataString(Name)));

        Assert.Equal((202, Name), (sent.Status, sent.Json.GetProperty("document").GetString()));
        Assert.Equal(sent.Json.GetProperty("submissionId").GetString(), (await study.SettledAsync("site-03", Name)).SubmissionId);
    }

    [Fact]
    public async Task A_check_stores_nothing_and_reads_the_file_with_what_the_site_has_in_use()
    {
        using var site = Caller.Of(study, "site-04");
        const string Dated = "subject_id,visit date,mrss\nP-01,2025-06-03,20\n";
        const string Subjects = "subject_id,sex,first dose date\nP-01,F,2025-06-03\n";

        var alone = await site.PostAsync("sites/site-04/check?name=visits.csv", Dated);
        await site.PostAsync("sites/site-04/submissions?document=subjects.csv", Subjects);
        await study.SettledAsync("site-04", "subjects.csv");
        var together = await site.PostAsync("sites/site-04/check?name=visits.csv&language=zh", Dated);
        var page = await site.PostAsync("sites/site-04/check?name=visits.csv&format=html", Dated);
        var list = await site.GetAsync("sites/site-04/submissions");

        Assert.Equal([], SchemaCheck.Faults("receipt.schema.json", alone.Body));
        Assert.Contains("SSC-207", alone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SSC-207", string.Join(' ', together.Json.GetProperty("issues").EnumerateArray().Select(issue => issue.GetProperty("check"))), StringComparison.Ordinal);
        Assert.Equal("zh", together.Json.GetProperty("language").GetString());
        Assert.Equal("text/html", page.Type);
        Assert.Equal(1, list.Json.GetArrayLength());
    }

    [Fact]
    public async Task Uploads_at_one_time_each_arrive_whole()
    {
        using var site = Caller.Of(study, "site-05");
        var files = Enumerable.Range(1, 12).Select(n => (Name: $"v{n}.csv", Content: Caller.Visits.Replace("P-01", $"P-{n:00}", StringComparison.Ordinal))).ToList();

        var sent = await Task.WhenAll(files.Select(file => site.PostAsync($"sites/site-05/submissions?document={file.Name}", file.Content)));
        foreach (var (file, answer) in files.Zip(sent))
        {
            Assert.Equal(answer.Json.GetProperty("submissionId").GetString(), (await study.SettledAsync("site-05", file.Name)).SubmissionId);
        }

        Assert.All(sent, answer => Assert.Equal(202, answer.Status));
    }

    [Theory]
    [InlineData("20260302T080100000Z-0a1b2c3d4e")]
    [InlineData("20260302T080100000Z-0A1B2C3D4E")]
    [InlineData("nothing")]
    [InlineData("..%2f..%2fsite-01%2f20260302T080100000Z-0a1b2c3d4e")]
    [InlineData("%2e%2e%2f")]
    [InlineData("index.html%3f")]
    public async Task An_id_that_is_none_or_not_the_sites_is_not_found(string id)
    {
        using var site = Caller.Of(study, "site-06");

        Assert.Equal((404, "not-found"), await site.GetAsync($"sites/site-06/submissions/{id}/receipt") is var receipt ? (receipt.Status, receipt.Problem) : default);
        Assert.Equal((404, "not-found"), await site.GetAsync($"sites/site-06/submissions/{id}/annotated") is var copy ? (copy.Status, copy.Problem) : default);
    }

    [Fact]
    public async Task Who_has_the_receipt_already_does_not_get_it_again_and_nobody_keeps_it_on_the_way()
    {
        using var site = Caller.Of(study, "site-07");
        var sent = await site.PostAsync("sites/site-07/submissions?document=v.csv", Caller.Visits);
        await study.SettledAsync("site-07", "v.csv");

        var first = await site.GetAsync(sent.Header("Location"));
        var again = await site.GetAsync(sent.Header("Location"), ("If-None-Match", first.Header("ETag")));

        Assert.Equal((200, 304, 0), (first.Status, again.Status, again.Body.Length));
        Assert.Equal("no-store", first.Header("Cache-Control"));
        Assert.Equal("nosniff", first.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", first.Header("X-Frame-Options"));
        Assert.StartsWith("default-src 'none'", first.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }
}
