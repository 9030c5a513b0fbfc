using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Tests.Receipts;

public sealed class ReceiptHtmlTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    [Fact]
    public void A_replay_says_so_and_that_the_site_did_not_send_anything()
    {
        var page = Page(SampleReceipts.Clean with
        {
            SubmissionId = "20260301T061500123Z-0a1b2c3d4e-r2",
            ReplayOf = "20260301T061500123Z-0a1b2c3d4e",
            IsSuperseded = true,
        });

        Assert.Contains("This is a replay", page, StringComparison.Ordinal);
        Assert.Contains("(submission 20260301T061500123Z-0a1b2c3d4e)", page, StringComparison.Ordinal);
        Assert.Contains("You did not send anything.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("then send it again", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_receipt_with_everything_in_it_is_the_approved_one() =>
        Approval.Check("receipt.partly.approved.html", ReceiptHtml.Write(SampleReceipts.Partly, SampleReceipts.Guide));

    [Fact]
    public void The_page_of_a_duplicate_is_the_approved_one() =>
        Approval.Check("receipt.duplicate.approved.html", ReceiptHtml.Write(SampleReceipts.Duplicate, SampleReceipts.Guide));

    [Theory]
    [InlineData("5 values and 1 whole row are not used until corrected")]
    [InlineData("<bdi>Visits</bdi>!T14")]
    [InlineData("<bdi>&#x27;Labor Prüfung&#x27;</bdi>!C7")]
    [InlineData("The mRSS total is 23, but its 17 areas add up to 21.")]
    [InlineData("Sheet <code><bdi>Notes</bdi></code>")]
    [InlineData("24 → 23.5")]
    [InlineData("<td class=\"text\">day 184</td>")]
    [InlineData("<td class=\"text\">2026-01-05</td>")]
    [InlineData("<td class=\"text\">month 6</td>")]
    [InlineData("69 values are unchanged")]
    [InlineData("Modified Rodnan skin score</bdi>")]
    [InlineData("Serum albumin <span class=\"id\">(g/L)</span>")]
    [InlineData("<a class=\"id\" href=\"#SSC-021\">SSC-021</a>")]
    [InlineData("<div class=\"explained\" id=\"SSC-021\">")]
    [InlineData("<a href=\"https://doi.org/10.5301/jsrd.5000231\">doi:10.5301/jsrd.5000231</a>; PMID 7562759")]
    [InlineData("<code><bdi>&#x27;Labor Prüfung&#x27;</bdi>!D</code>")]
    [InlineData("× 10")]
    [InlineData("Replaces the whole of submission 20260201T061500000Z-ffffffffff, received 2026-02-01 06:15 UTC")]
    [InlineData("5 checks: 3 found something, 0 passed, 1 had nothing to examine")]
    [InlineData("We could not run one of our checks (SSC-044) on this document. This is our fault; you need do nothing.")]
    [InlineData("nothing to examine")]
    public void It_says_where_what_and_what_to_do(string expected) =>
        Assert.Contains(expected, Page(SampleReceipts.Partly), StringComparison.Ordinal);

    [Theory]
    [InlineData("<html lang=\"zh\">")]
    [InlineData("部分接受：5 个数值和 1 整行在更正前不使用")]
    [InlineData("受试者 <bdi>0042</bdi>")]
    [InlineData("第 184 天")]
    [InlineData("第 6 个月")]
    [InlineData("<h2>单位换算</h2>")]
    public void It_says_the_same_in_Chinese(string expected) =>
        Assert.Contains(expected, Encoding.UTF8.GetString(ReceiptHtml.Write(SampleReceipts.Partly, SampleReceipts.Chinese)), StringComparison.Ordinal);

    [Fact]
    public void The_words_around_the_content_are_all_Chinese_in_Chinese()
    {
        var english = TextsOf(Language.English);

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), TextsOf(Language.Chinese).Keys.Order(StringComparer.Ordinal));
        Assert.All(TextsOf(Language.Chinese), text =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Value);
            Assert.Equal(Placeholders(english[text.Key]), Placeholders(text.Value));
        });
    }

    [Fact]
    public void A_first_version_speaks_of_no_unchanged_values() =>
        Assert.DoesNotContain("unchanged", Page(SampleReceipts.Clean), StringComparison.Ordinal);

    [Fact]
    public void Every_link_within_the_page_leads_somewhere()
    {
        var page = Page(SampleReceipts.Partly);

        Assert.All(Regex.Matches(page, "href=\"#([^\"]+)\""), link => Assert.Contains($"id=\"{link.Groups[1].Value}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_request_is_made_once_for_all_its_cells()
    {
        var page = Page(SampleReceipts.Partly);

        Assert.Equal(1, page.Split("Correct the total or the area that is wrong.").Length - 1);
        Assert.Contains("T14", page, StringComparison.Ordinal);
        Assert.Contains("T17", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SubmissionStatus.Accepted, "you need do nothing", "good")]
    [InlineData(SubmissionStatus.AcceptedWithWarnings, "everything in this document is used", "warn")]
    [InlineData(SubmissionStatus.Rejected, "If an earlier version of this document was accepted, it still counts", "bad")]
    [InlineData(SubmissionStatus.Failed, "This is our fault, not yours", "bad")]
    public void The_verdict_is_one_sentence_about_what_counts(SubmissionStatus status, string expected, string tone)
    {
        var page = Page(SampleReceipts.Clean with { Status = status });

        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains($"class=\"verdict {tone}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duplicate_says_when_it_came_first_what_replaced_it_and_how_to_bring_it_back()
    {
        var page = Page(SampleReceipts.Duplicate);

        Assert.Contains("first received 2026-01-01 08:00 UTC as <bdi>visits.xlsx</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("replaced by submission 20260201T061500000Z-ffffffffff", page, StringComparison.Ordinal);
        Assert.Contains("ssc replay --submission 20260101T080000000Z-0a1b2c3d4e --make-current", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duplicate_of_what_is_in_use_offers_no_replay()
    {
        var first = SampleReceipts.Duplicate.DuplicateOf!;

        var page = Page(SampleReceipts.Duplicate with { DuplicateOf = first with { CurrentSubmissionId = first.SubmissionId } });

        Assert.Contains("still the one in use", page, StringComparison.Ordinal);
        Assert.DoesNotContain("make-current", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_upload_that_came_late_is_explained() =>
        Assert.Contains("A newer upload of this document had already been received", Page(SampleReceipts.Clean with { IsSuperseded = true }), StringComparison.Ordinal);

    [Fact]
    public void Issues_beyond_the_limit_are_counted()
    {
        var receipt = SampleReceipts.Partly with
        {
            IssuesByCheck = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, int>[] { new("SSC-021", 2_005) }),
        };

        Assert.Contains("2000 more issues are not listed here", Page(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_that_nearly_match_are_proposed_for_the_mapping_and_shown_encoded()
    {
        var proposing = SampleReceipts.Clean with { ProposedMapping = [new ProposedHeading("albumine <g/L>", "albumin_g_l")] };

        var page = Encoding.UTF8.GetString(ReceiptHtml.Write(proposing, SampleReceipts.Guide));

        Assert.Contains("To have these columns read without changing your file", page, StringComparison.Ordinal);
        Assert.Contains("albumine &lt;g/L&gt;", page, StringComparison.Ordinal);
        Assert.Empty(SchemaCheck.Faults("receipt.schema.json", ReceiptJson.Write(proposing)));
    }

    [Fact]
    public void Whatever_a_site_typed_is_shown_and_never_run()
    {
        var receipt = SampleReceipts.Partly with
        {
            Document = Hostile,
            Issues = [new ReceiptIssue(Severity.Fatal, Hostile, Hostile, Hostile, Hostile, Hostile, Hostile, Hostile)],
            Changes = [new OutcomeChange("changed", Hostile, Hostile, Hostile, Hostile, Hostile)],
            Checks = [CheckResult.Of(Hostile, 1, 1)],
        };

        Assert.DoesNotContain("<img", Page(receipt), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> TextsOf(Language language)
    {
        using var stream = typeof(ReceiptHtml).Assembly.GetManifestResourceStream("receipt_texts.csv")!;
        return CsvReader.Read(new StreamReader(stream).ReadToEnd()).ToDictionary(line => line["key"], line => line[LanguageCode.Of(language)], StringComparer.Ordinal);
    }

    private static IEnumerable<string> Placeholders(string text) => Regex.Matches(text, @"\{\w+\}").Select(match => match.Value).Order(StringComparer.Ordinal);

    private static string Page(Receipt receipt) => Encoding.UTF8.GetString(ReceiptHtml.Write(receipt, SampleReceipts.Guide));
}
