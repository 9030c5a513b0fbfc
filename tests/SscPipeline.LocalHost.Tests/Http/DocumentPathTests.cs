using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests.Http;

[Collection(nameof(ServedCollection))]
public sealed class DocumentPathTests(ServedStudy study)
{
    public static TheoryData<string> Tricks =>
    [
        "", "..", ".", "../site-14/v.csv", "..%2fsite-14%2fv.csv", "%2e%2e/site-14/v.csv", "a/../../site-14/v.csv", "/v.csv", "%2fv.csv", "v.csv/", "a//b.csv", "a%5Cb.csv",
        "%252e%252e%252fsite-14%252fv.csv", "v%00.csv", "v%0a.csv", "v%7f.csv", "v%e2%80%ae.csv", "v%e2%80%8b.csv", "v%ff.csv", "%ed%a0%80.csv", "%20v.csv", "v.csv%20", "v.csv.", "a./b.csv",
        "a/%20../b.csv", new string('a', 401), new string('a', 256), string.Concat(Enumerable.Repeat("a/", 20)) + "a",
    ];

    [Theory, MemberData(nameof(Tricks))]
    public async Task A_name_that_leads_elsewhere_or_cannot_be_read_is_refused_in_words_that_do_not_repeat_it(string name)
    {
        using var site = Caller.Of(study, "site-13");

        var byQuery = await site.PostAsync($"sites/site-13/submissions?document={name}", Caller.Visits);
        var byHeader = await site.PostAsync("sites/site-13/submissions", Caller.Visits, ("x-ssc-document", name));
        var inbox = await study.Get<Storage.Stores>().Inbox.ListAsync(CancellationToken.None).Select(blob => blob.Name).ToListAsync();

        Assert.Equal((400, "bad-request"), (byQuery.Status, byQuery.Problem));
        Assert.Equal((400, "bad-request"), (byHeader.Status, byHeader.Problem));
        Assert.DoesNotContain("site-14", byQuery.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(inbox, blob => blob.StartsWith("site-13/", StringComparison.Ordinal) || blob.StartsWith("site-14/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_zero_in_the_path_is_no_request()
    {
        using var site = Caller.Of(study, "site-13");

        Assert.Equal(400, (await site.GetAsync("sites/site-13%00/submissions")).Status);
    }
}
