using System.Text.Json;
using Microsoft.Playwright;
using SscPipeline.Testing;

namespace SscPipeline.Pages.Tests;

[Collection(nameof(Browser))]
public sealed class UploadPageTests(Browser browser, ServedStudy study) : IClassFixture<ServedStudy>
{
    private const string Visits = "subject_id,study day,mrss\nP-01,1,20\nP-01,91,18\n";
    private const string Subjects = "subject_id,sex,age\nP-01,F,41\n";

    static UploadPageTests() => Assertions.SetDefaultExpectTimeout(60_000);

    [TheoryInBrowser, InlineData("site-01")]
    public async Task A_workbook_is_dropped_its_receipt_is_read_it_is_corrected_and_accepted(string site)
    {
        await using var opened = await VisitAsync(site, ServedStudy.KeyOf(site));
        var page = opened.Page;

        await DropAsync(page, ("subjects.csv", Subjects), ("visits.csv", Visits.Replace(",20", ",77", StringComparison.Ordinal)));
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator(".sent h2").First).ToHaveTextAsync("Receipt for visits.csv");
        var verdict = await page.Locator(".sent .verdict").First.InnerTextAsync();
        var place = await page.Locator(".sent .issues li.error .place").First.InnerTextAsync();
        var faults = await opened.FaultsAsync("{}");
        await page.GetByLabel("Send it corrected").First.SetInputFilesAsync(File("corrected by hand.csv", Visits));
        await Assertions.Expect(page.Locator(".sent .verdict.good").First).ToHaveTextAsync("Accepted: everything in this document is used, and you need do nothing.");

        Assert.StartsWith("Accepted in part", verdict, StringComparison.Ordinal);
        Assert.Contains("C2", place, StringComparison.Ordinal);
        Assert.Contains("subject P-01", place, StringComparison.Ordinal);
        Assert.Equal([], faults);
        Assert.Equal("Receipt for visits.csv", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.Equal(["site-01/subjects.csv", "site-01/visits.csv"], await InboxAsync(site));
        Assert.All(opened.Requests, request => Assert.StartsWith(study.Server.Address.AbsoluteUri, request, StringComparison.Ordinal));
        Assert.DoesNotContain(opened.Requests, request => request.Contains("visits", StringComparison.Ordinal) || request.Contains("key", StringComparison.Ordinal));
        Assert.DoesNotContain(opened.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    [TheoryInBrowser, InlineData("site-02")]
    public async Task Check_only_shows_what_the_receipt_would_say_and_sends_nothing(string site)
    {
        await using var opened = await VisitAsync(site, ServedStudy.KeyOf(site));
        var page = opened.Page;

        await page.SetInputFilesAsync("#files", File("visits.csv", Visits.Replace(",20", ",77", StringComparison.Ordinal)));
        await page.ClickAsync("#check");
        await Assertions.Expect(page.Locator(".sent .verdict")).ToContainTextAsync("Accepted in part");

        Assert.Contains("Checked only", await page.InnerTextAsync(".sent"), StringComparison.Ordinal);
        Assert.Empty(await InboxAsync(site));
        Assert.Empty(opened.Complaints);
    }

    [TheoryInBrowser]
    [InlineData("site-03", "site-04")]
    [InlineData("nowhere", "site-04")]
    public async Task A_wrong_key_shows_a_clear_message_and_keeps_what_was_chosen(string site, string keyOf)
    {
        await using var opened = await VisitAsync(site, ServedStudy.KeyOf(keyOf));

        await opened.Page.SetInputFilesAsync("#files", File("visits.csv", Visits));
        await opened.Page.ClickAsync("#send");
        await Assertions.Expect(opened.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This key does not open this site.");

        Assert.Equal(1, await opened.Page.Locator("#chosen li").CountAsync());
        Assert.Equal(0, await opened.Page.Locator(".sent").CountAsync());
    }

    [TheoryInBrowser, InlineData("site-05")]
    public async Task What_is_missing_or_too_large_is_said_before_or_after_it_is_sent(string site)
    {
        await using var opened = await VisitAsync(site, ServedStudy.KeyOf(site));
        var (page, alert) = (opened.Page, opened.Page.GetByRole(AriaRole.Alert));

        await page.ClickAsync("#send");
        await Assertions.Expect(alert).ToHaveTextAsync("Please choose a workbook first.");
        await page.SetInputFilesAsync("#files", File("big.csv", new string('x', ServedStudy.MostBytes + 1)));
        await page.ClickAsync("#send");
        await Assertions.Expect(alert).ToContainTextAsync("big.csv is too large.");
        await page.GetByLabel("Send big.csv under this name").FillAsync("../site-06/v.csv");
        await page.ClickAsync("#check");
        await Assertions.Expect(alert).ToContainTextAsync("too large");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove big.csv" }).ClickAsync();
        await page.SetInputFilesAsync("#files", File("v.csv", Visits));
        await page.GetByLabel("Send v.csv under this name").FillAsync("../site-06/v.csv");
        await page.ClickAsync("#send");
        await Assertions.Expect(alert).ToContainTextAsync("'.' or '..'");

        Assert.Empty(await InboxAsync(site));
    }

    [TheoryInBrowser, InlineData("site-07")]
    public async Task What_a_site_typed_is_shown_as_text_in_the_list_and_in_the_full_receipt_and_copies_can_be_saved(string site)
    {
        const string Hostile = "subject_id,study day,mrss,<img src=x onerror=bad=1>\n<img src=x onerror=bad=1>\u202E,1,<b>\n<script>bad=1</script>,91,18\n";
        await using var opened = await VisitAsync(site, ServedStudy.KeyOf(site));
        var page = opened.Page;

        await page.SetInputFilesAsync("#files", File("<img src=x onerror=bad=1>.csv", Hostile));
        await page.ClickAsync("#send");
        await page.Locator(".sent summary").ClickAsync();
        var frame = page.FrameLocator("iframe");
        await Assertions.Expect(frame.Locator("h1")).ToContainTextAsync("<img src=x onerror=bad=1>");
        var copy = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save the marked copy" }).ClickAsync());
        var receipt = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save the receipt" }).ClickAsync());

        Assert.Contains("<img src=x onerror=bad=1>", await page.InnerTextAsync(".sent"), StringComparison.Ordinal);
        Assert.Contains("[U+202E]", await page.InnerTextAsync(".sent"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".sent img, .sent script").CountAsync());
        Assert.Equal(0, await frame.Locator("img, script, a[href]:not([href^='#']):not([href^='https:'])").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("typeof bad === 'undefined'"));
        Assert.EndsWith(".xlsx", copy.SuggestedFilename, StringComparison.Ordinal);
        Assert.EndsWith("-receipt.html", receipt.SuggestedFilename, StringComparison.Ordinal);
        Assert.NotEqual("rgba(0, 0, 0, 0)", await frame.Locator(".verdict").EvaluateAsync<string>("part => getComputedStyle(part).backgroundColor"));
    }

    [TheoryInBrowser, InlineData("site-20")]
    public async Task The_key_is_kept_only_where_asked_and_only_in_this_tab(string site)
    {
        await using var opened = await VisitAsync(site, ServedStudy.KeyOf(site));
        var page = opened.Page;

        var before = await page.EvaluateAsync<int>("sessionStorage.length + localStorage.length + document.cookie.length");
        await page.CheckAsync("#keep");
        await page.ReloadAsync();
        var kept = await page.InputValueAsync("#key");
        await page.UncheckAsync("#keep");
        await page.ReloadAsync();

        Assert.Equal(0, before);
        Assert.Equal(ServedStudy.KeyOf(site), kept);
        Assert.Equal("", await page.InputValueAsync("#key"));
        Assert.Equal(site, await page.InputValueAsync("#site"));
        Assert.Equal(0, await page.EvaluateAsync<int>("sessionStorage.length + localStorage.length"));
    }

    [TheoryInBrowser, InlineData("site-08")]
    public async Task Everything_can_be_done_with_the_keyboard(string site)
    {
        await using var opened = await VisitAsync("", "");
        var page = opened.Page;
        var reached = new List<string>();

        await page.SetInputFilesAsync("#files", File("v.csv", Visits));
        await page.FocusAsync("#site");
        await page.Keyboard.TypeAsync(site);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(ServedStudy.KeyOf(site));
        for (var step = 0; step < 6; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent"));
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done: v.csv.");

        Assert.Equal(["keep", "files", "name-0", "Remove", "check", "send"], reached);
    }

    private static FilePayload File(string name, string content) =>
        new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };

    private static async Task DropAsync(IPage page, params (string Name, string Content)[] files)
    {
        var dragged = await page.EvaluateHandleAsync(
            "files => { const all = new DataTransfer(); for (const [name, text] of JSON.parse(files)) all.items.add(new File([text], name)); return all; }",
            JsonSerializer.Serialize(files.Select(file => new[] { file.Name, file.Content })));
        await page.DispatchEventAsync("#drop", "dragover", new { dataTransfer = dragged });
        await page.DispatchEventAsync("#drop", "drop", new { dataTransfer = dragged });
    }

    private async Task<OpenPage> VisitAsync(string site, string key)
    {
        var opened = await browser.VisitAsync(new Uri(study.Server.UploadPage, $"?language=en#{site}"));
        if (key.Length > 0)
        {
            await opened.Page.FillAsync("#key", key);
        }

        return opened;
    }

    private async Task<List<string>> InboxAsync(string site) => await study.Get<Storage.Stores>().Inbox.ListAsync(CancellationToken.None)
        .Select(blob => blob.Name).Where(name => name.StartsWith(site + "/", StringComparison.Ordinal)).ToListAsync();
}
