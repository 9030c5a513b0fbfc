using SscPipeline.Domain.Submissions;
using SscPipeline.Testing;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.LocalHost.Tests.Http;

[Collection(nameof(ServedCollection))]
public sealed class AccessTests(ServedStudy study)
{
    private static readonly (HttpMethod Method, string Below)[] SiteRoutes =
    [
        (HttpMethod.Get, "submissions"), (HttpMethod.Post, "submissions?document=v.csv"), (HttpMethod.Post, "check?name=v.csv"),
        (HttpMethod.Get, "submissions/20260302T080100000Z-0a1b2c3d4e/receipt"), (HttpMethod.Get, "submissions/20260302T080100000Z-0a1b2c3d4e/annotated"),
    ];

    [Fact]
    public async Task No_key_a_wrong_key_another_sites_key_and_a_site_that_is_not_there_look_the_same()
    {
        await study.Get<SubmissionDesk>().DropAsync("closed/v.csv", new MemoryStream("x"u8.ToArray()), CancellationToken.None);
        (string Site, string? Key)[] tries =
        [
            ("site-08", null), ("site-08", ""), ("site-08", "wrong"), ("site-08", ServedStudy.KeyOf("site-09")), ("site-08", ServedStudy.KeyOf("site-08") + "x"),
            ("site-08", new string('k', 4_000)), ("nowhere", ServedStudy.KeyOf("site-08")), ("closed", ServedStudy.KeyOf("closed")), ("SITE-08", ServedStudy.KeyOf("site-08")),
            ("_unassigned", ServedStudy.KeyOf("site-08")), ("..%2fsite-08", ServedStudy.KeyOf("site-08")), ("site-08%20", ServedStudy.KeyOf("site-08")),
        ];
        var answers = new HashSet<string>();
        foreach (var (site, key) in tries)
        {
            using var caller = Caller.With(study, key);
            foreach (var (method, rest) in SiteRoutes)
            {
                var answer = await caller.SendAsync(method, $"sites/{site}/{rest}", method == HttpMethod.Post ? new StringContent(Caller.Visits) : null);
                Assert.Equal((401, "no-entry"), (answer.Status, answer.Problem));
                answers.Add($"{answer.Text} {answer.Header("WWW-Authenticate")} {answer.Headers.ToString().Replace(answer.Header("Date"), "", StringComparison.Ordinal)}");
            }
        }

        Assert.Single(answers);
        Assert.Empty(await study.Get<SubmissionDesk>().ListAsync(SiteCode.Parse("site-08"), CancellationToken.None));
    }

    [Fact]
    public async Task A_key_in_the_address_or_twice_in_the_head_opens_nothing()
    {
        using var nobody = Caller.With(study, null);
        var key = Uri.EscapeDataString(ServedStudy.KeyOf("site-08"));

        Assert.Equal(401, (await nobody.GetAsync($"sites/site-08/submissions?x-ssc-site-key={key}&key={key}&code={key}")).Status);
        Assert.Equal(401, (await nobody.GetAsync("sites/site-08/submissions", ("x-ssc-site-key", "a"), ("x-ssc-site-key", ServedStudy.KeyOf("site-08")))).Status);
    }

    [Fact]
    public async Task A_site_never_gets_what_another_one_sent_not_even_by_its_id()
    {
        using var owner = Caller.Of(study, "site-09");
        using var other = Caller.Of(study, "site-10");
        var sent = await owner.PostAsync("sites/site-09/submissions?document=v.csv", Caller.Visits);
        await study.SettledAsync("site-09", "v.csv");
        var id = sent.Json.GetProperty("submissionId").GetString();

        Assert.Equal(200, (await owner.GetAsync($"sites/site-09/submissions/{id}/receipt")).Status);
        Assert.Equal(401, (await other.GetAsync($"sites/site-09/submissions/{id}/receipt")).Status);
        Assert.Equal(404, (await other.GetAsync($"sites/site-10/submissions/{id}/receipt")).Status);
        Assert.Equal("[]", (await other.GetAsync("sites/site-10/submissions")).Text);
    }

    [Fact]
    public async Task Reports_and_checks_want_the_function_key_in_header_or_address()
    {
        using var caller = Caller.With(study, null);
        var code = Uri.EscapeDataString(ServedStudy.FunctionKey);

        Assert.Equal((401, "no-function-key"), await caller.GetAsync("reports/public/latest") is var none ? (none.Status, none.Problem) : default);
        Assert.Equal(401, (await caller.GetAsync("reports/public/latest", ("x-functions-key", "wrong"))).Status);
        Assert.Equal(401, (await caller.PostAsync("check?code=wrong", Caller.Visits)).Status);
        Assert.Equal(401, (await caller.PostAsync("check", Caller.Visits, ("x-ssc-site-key", ServedStudy.KeyOf("site-10")))).Status);
        Assert.Equal(200, (await caller.PostAsync($"check?code={code}", Caller.Visits)).Status);
        Assert.Equal(200, (await caller.PostAsync("check", Caller.Visits, ("x-functions-key", ServedStudy.FunctionKey))).Status);
    }

    [Theory]
    [InlineData("PUT", "sites/site-08/submissions", 405)]
    [InlineData("DELETE", "sites/site-08/submissions", 405)]
    [InlineData("PATCH", "check", 405)]
    [InlineData("HEAD", "health", 405)]
    [InlineData("OPTIONS", "sites/site-08/submissions", 405)]
    [InlineData("TRACE", "health", 405)]
    [InlineData("BREW", "health", 405)]
    [InlineData("GET", "check", 405)]
    [InlineData("GET", "sites", 404)]
    [InlineData("GET", "sites//submissions", 404)]
    [InlineData("GET", "sites/site-08/submissions/x", 404)]
    [InlineData("GET", "../api/nothing", 404)]
    public async Task Another_method_or_address_is_refused_and_allows_no_other_origin(string method, string path, int status)
    {
        using var caller = Caller.Of(study, "site-08");

        var answer = await caller.SendAsync(new HttpMethod(method), path, null, ("Origin", "https://elsewhere.example"));

        Assert.Equal(status, answer.Status);
        Assert.Equal("", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal(status == 405, answer.Header("Allow").Length > 0);
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_reach_the_local_host_under_a_name_of_its_own()
    {
        using var caller = Caller.With(study, null);

        Assert.Equal(421, (await caller.GetAsync("health", ("Host", "study.elsewhere.example"))).Status);
        Assert.Equal(200, (await caller.GetAsync("health", ("Host", $"localhost:{study.Server.Address.Port}"))).Status);
    }
}
