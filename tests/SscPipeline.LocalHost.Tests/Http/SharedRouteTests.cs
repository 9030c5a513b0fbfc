using SscPipeline.Reporting.Tests;
using SscPipeline.Testing;
using SscPipeline.Workflows;

namespace SscPipeline.LocalHost.Tests.Http;

[Collection(nameof(ServedCollection))]
public sealed class SharedRouteTests(ServedStudy study)
{
    private static readonly (string, string) Key = ("x-functions-key", ServedStudy.FunctionKey);

    [Fact]
    public async Task The_newest_report_of_an_audience_is_a_page_or_JSON_and_is_not_sent_twice()
    {
        using var caller = Caller.With(study, null);
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);

        var page = await caller.GetAsync("reports/public/latest", Key);
        var json = await caller.GetAsync("reports/controlled/latest", Key, ("Accept", "application/json"));
        var asked = await caller.GetAsync("reports/public/latest?format=json", Key, ("Accept", "text/html"));
        var again = await caller.GetAsync("reports/public/latest", Key, ("If-None-Match", $"\"other\", {page.Header("ETag")}"));

        Assert.Equal((200, "text/html"), (page.Status, page.Type));
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Equal("controlled", json.Json.GetProperty("audience").GetString());
        Assert.Equal([], SchemaCheck.Faults("summary.schema.json", json.Body));
        Assert.Equal("public", asked.Json.GetProperty("audience").GetString());
        Assert.Equal((304, 0), (again.Status, again.Body.Length));
        Assert.NotEqual(page.Header("ETag"), asked.Header("ETag"));
    }

    [Theory]
    [InlineData("reports/secret/latest", 404)]
    [InlineData("reports/..%2fpublic/latest", 404)]
    [InlineData("reports/Public/latest", 404)]
    [InlineData("reports/public/latest?format=pdf", 400)]
    public async Task Another_audience_or_format_does_not_exist(string path, int status)
    {
        using var caller = Caller.With(study, null);

        Assert.Equal(status, (await caller.GetAsync(path, Key)).Status);
    }

    [Fact]
    public async Task A_check_by_function_key_names_site_document_and_language_as_asked()
    {
        using var caller = Caller.With(study, null);

        var receipt = await caller.PostAsync("check?site=site-x&name=v.csv&language=zh", Caller.Visits, Key);
        var plain = await caller.PostAsync("check", Caller.Visits, Key);
        string[] wrong = ["check?site=Site%20X", "check?language=de", "check?name=../v.csv", "check?format=xml"];

        Assert.Equal(("site-x", "v.csv", "zh"), (
            receipt.Json.GetProperty("site").GetString(), receipt.Json.GetProperty("document").GetString(), receipt.Json.GetProperty("language").GetString()));
        Assert.Equal([], SchemaCheck.Faults("receipt.schema.json", plain.Body));
        Assert.All(wrong, path => Assert.Equal(400, caller.PostAsync(path, Caller.Visits, Key).Result.Status));
    }

    [Fact]
    public async Task Health_page_and_description_are_for_everybody()
    {
        using var caller = Caller.With(study, null);

        var page = await caller.GetAsync("upload", ("Accept-Language", "fr;q=0.9, zh-CN;q=0.8, en;q=0.5"));

        Assert.Equal("healthy", (await caller.GetAsync("health")).Json.GetProperty("status").GetString());
        Assert.Equal("3.1.0", (await caller.GetAsync("openapi.json")).Json.GetProperty("openapi").GetString());
        Assert.Contains("<html lang=\"zh\">", page.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await caller.GetAsync("upload")).Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await caller.GetAsync("upload?language=en", ("Accept-Language", "zh"))).Text, StringComparison.Ordinal);
        Assert.Matches("script-src 'sha256-[^']+';.*frame-ancestors 'none'", page.Header("Content-Security-Policy"));
    }
}
