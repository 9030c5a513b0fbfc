using System.Text;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Guides;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Guides;

namespace SscPipeline.Reporting.Tests.Guides;

public sealed class DictionaryTests
{
    private static readonly DictionaryGuide Small = new(
        "2026.11-1+01234567",
        Language.English,
        [
            new GuideVariable(
                "fvc_l", "Forced vital capacity", "Decimal", "Value", [RecordKind.Visit], "L", new GuideRange("0.3", "9"), new GuideRange("0.8", "6.5"),
                [], ["fvc", "FVC <L>|*"], false, "no", "doi:10.1164/rccm.201908-1590ST; PMID 7562759", ""),
            new GuideVariable(
                "visit_date", "Visit date", "Date", "Key", [RecordKind.Visit, RecordKind.Subject], "", new GuideRange("1990-01-01", "2099-12-31"), new GuideRange(null, null),
                [new GuideCode("F", ["F", "女"])], [], true, "when absent", "Study design choice", "A note"),
        ],
        [new GuideUnit("score", "0-3", "10/3", ["patient_global"], "")],
        [new GuideCheck("SSC-021", "mRSS total is the sum of its areas", "Plausibility", Severity.Error, "Value", "0", "The total is {value}.", "Please correct it.", "PMID 7562759", "")]);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void The_page_of_a_small_dictionary_is_as_approved(Language language) =>
        Approval.Check($"dictionary-{LanguageCode.Of(language)}.approved.html", DictionaryHtml.Write(Small with { Language = language }));

    [Fact]
    public void The_Markdown_of_a_small_dictionary_is_as_approved() => Approval.Check("dictionary.approved.md", DictionaryMarkdown.Write(Small));

    [Fact]
    public void The_JSON_follows_its_schema_and_keeps_numbers_and_dates_apart()
    {
        var json = DictionaryJson.Write(Small);
        var text = Encoding.UTF8.GetString(json);

        Assert.Empty(SchemaCheck.Faults("dictionary.schema.json", json));
        Assert.Contains("\"min\": 0.3", text, StringComparison.Ordinal);
        Assert.Contains("\"min\": \"1990-01-01\"", text, StringComparison.Ordinal);
        Assert.Contains("\"usual\": null", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_variable_and_every_check_has_an_anchor_that_is_there_once()
    {
        var page = Encoding.UTF8.GetString(DictionaryHtml.Write(Small));

        Assert.All(["fvc_l", "visit_date", "SSC-021"], anchor => Assert.Equal(2, page.Split($"id=\"{anchor}\"").Length));
        Assert.Contains("FVC &lt;L&gt;|*", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }
}
