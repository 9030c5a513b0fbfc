using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SscPipeline.Pages.Tests;

[Collection(nameof(Browser))]
public sealed partial class PageTests(Browser browser)
{
    /// <summary>A4 less margins of 14 mm, in CSS pixels of 1/96 inch.</summary>
    private const int PrintedWidth = 687;

    public static TheoryData<string> Pages => SamplePages.Names;

    [TheoryInBrowser, MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_in_light_in_dark_and_on_a_phone(string name)
    {
        await using var opened = await browser.OpenAsync(await SamplePages.OfAsync(name), Look.Light);

        var light = await opened.FaultsAsync("{}");
        await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await opened.FaultsAsync("{ runOnly: ['color-contrast'] }");
        await opened.Page.SetViewportSizeAsync(Browser.PhoneWidth, 740);
        var phone = await opened.FaultsAsync("{ rules: { 'color-contrast': { enabled: false } } }");

        Assert.Equal([], light.Concat(dark).Concat(phone).Distinct());
    }

    [TheoryInBrowser, MemberData(nameof(Pages))]
    public async Task A_page_asks_for_nothing_complains_of_nothing_and_fits_screen_phone_and_paper(string name)
    {
        await using var opened = await browser.OpenAsync(await SamplePages.OfAsync(name), Look.Dark);

        var wide = await opened.OverflowAsync();
        await opened.Page.SetViewportSizeAsync(Browser.PhoneWidth, 740);
        var phone = await opened.OverflowAsync();
        var pdf = Encoding.Latin1.GetString(await opened.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await opened.Page.SetViewportSizeAsync(PrintedWidth, 900);
        var paper = await opened.OverflowAsync();

        Assert.Equal((0, 0, 0), (wide, phone, paper));
        Assert.Matches(A4(), pdf);
        Assert.InRange(Sheet().Count(pdf), 1, name.StartsWith("dictionary", StringComparison.Ordinal) ? 120 : 40);
        Assert.Single(opened.Requests);
        Assert.Empty(opened.Complaints);
    }

    [TheoryInBrowser]
    [InlineData("receipt, hostile")]
    [InlineData("site, hostile")]
    public async Task What_a_site_typed_is_shown_as_text_and_does_nothing(string name)
    {
        await using var opened = await browser.OpenAsync(await SamplePages.OfAsync(name), Look.Light);

        var text = await opened.Page.InnerTextAsync("body");

        Assert.Contains(SamplePages.Canary, text, StringComparison.Ordinal);
        Assert.Contains("[U+202E]", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, letter => char.GetUnicodeCategory(letter) == UnicodeCategory.Format);
        Assert.Equal(0, await opened.Page.Locator("img, script, iframe, object").CountAsync());
        Assert.True(await opened.Page.EvaluateAsync<bool>("typeof bad === 'undefined'"));
    }

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 59[45]\S* 84[12]")]
    private static partial Regex A4();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheet();
}
