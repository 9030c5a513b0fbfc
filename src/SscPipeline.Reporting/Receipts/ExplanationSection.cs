using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>What the checks named on the page are about; every id above leads here.</summary>
internal static class ExplanationSection
{
    private const string Doi = "doi:";

    public static Markup Write(ReceiptPage page)
    {
        var named = page.Explained().ToList();
        return named.Count == 0 ? Markup.Empty : Markup.Of($"""
            <section>
            <h2>{page.Texts["explained"]}</h2>
            {named.Select(check => Explain(page.Texts, check, page.Guide.Checks[check]))}</section>

            """);
    }

    private static Markup Explain(ReceiptTexts texts, string id, CheckExplanation check) => Markup.Of($"""
        <div class="explained" id="{id}">
        <h3>{id}: {check.Title}</h3>
        <p>{Consequence(texts, check)}</p>
        <dl>
        {Line(texts["threshold"], Markup.Of($"{check.Threshold}"))}{Line(texts["why"], Markup.Of($"{check.Why}"))}{Line(texts["source"], Source(check.Source))}</dl>
        </div>

        """);

    private static string Consequence(ReceiptTexts texts, CheckExplanation check) =>
        check is { Severity: Severity.Error, Withholds: "nothing" } ? texts["explained.nothing"] : texts[$"withholds.{check.Withholds}"];

    private static Markup Line(string name, Markup value) =>
        value.Html.Length == 0 ? Markup.Empty : Markup.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");

    /// <summary>A DOI leads to the publication.</summary>
    private static Markup Source(string source) => Markup.Join(source.Split("; ").Select((part, index) => Markup.Of(
        $"{(index == 0 ? "" : "; ")}{(part.StartsWith(Doi, StringComparison.Ordinal) ? Markup.Of($"<a href=\"https://doi.org/{part[Doi.Length..]}\">{part}</a>") : Markup.Of($"{part}"))}")));
}
