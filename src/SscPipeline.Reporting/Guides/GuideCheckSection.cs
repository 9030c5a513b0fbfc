using SscPipeline.Domain.Guides;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Guides;

/// <summary>All checks in a table, then each with everything about it.</summary>
internal static class GuideCheckSection
{
    public static Markup Write(DictionaryGuide guide, GuideWords words)
    {
        var table = new HtmlTable(words.Checks, words.Check, words.Holds, words.Kind, words.Consequence) { TextColumns = [1, 2, 3] };
        foreach (var check in guide.Checks)
        {
            table.Add(
            [
                Markup.Of($"<a href=\"#{check.Id}\">{check.Id}</a>"), Markup.Of($"{check.Title}"),
                Markup.Of($"{words.KindOf(check)}"), Markup.Of($"{words.ConsequenceOf(check)}"),
            ]);
        }

        return Markup.Of($"""
            <h2 id="checks">{words.Checks}</h2>
            <p>{words.CheckNote}</p>
            {table.ToMarkup()}
            {guide.Checks.Select(check => Entry(check, words))}
            """);
    }

    private static Markup Entry(GuideCheck check, GuideWords words) => Markup.Of($"""
        <section>
        <h3 id="{check.Id}">{check.Title} <span class="id">{check.Id}</span></h3>
        {GuideFacts.Of(
        [
            (words.Consequence, Markup.Of($"{words.ConsequenceOf(check)}")),
            (words.Kind, Markup.Of($"{words.KindOf(check)}")),
            (words.Threshold, Markup.Of($"{check.Threshold}")),
            (words.Message, Markup.Of($"{check.Message}")),
            (words.Fix, Markup.Of($"{check.Fix}")),
            (words.Note, Markup.Of($"{check.Note}")),
            (words.Source, SourceLinks.Of(check.Source)),
        ])}
        </section>

        """);
}
