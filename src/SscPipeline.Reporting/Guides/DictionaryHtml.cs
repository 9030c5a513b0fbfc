using SscPipeline.Domain;
using SscPipeline.Domain.Guides;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Guides;

/// <summary>The dictionary as one page. Every variable and every check has an anchor of its own: <c>#fvc_l</c>, <c>#SSC-021</c>.</summary>
public static class DictionaryHtml
{
    public static byte[] Write(DictionaryGuide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        var words = GuideWords.Of(guide.Language);
        return Page.Write(LanguageCode.Of(guide.Language), words.Title, Markup.Of($"""
            <header>
            <h1>{words.Title}</h1>
            <p class="meta">{words.Version} {guide.Version}</p>
            </header>
            <nav aria-label="{words.Sections}"><ul>
            <li><a href="#variables">{words.Variables}</a></li><li><a href="#units">{words.Units}</a></li><li><a href="#checks">{words.Checks}</a></li>
            </ul></nav>
            <main>
            <p>{words.Introduction}</p>
            {VariableSection.Write(guide, words)}
            {Units(guide, words)}
            {GuideCheckSection.Write(guide, words)}
            </main>

            """));
    }

    private static Markup Units(DictionaryGuide guide, GuideWords words)
    {
        var table = new HtmlTable(words.Units, words.Unit, words.Accepted, words.Factor, words.OnlyFor, words.Note) { TextColumns = [1, 3, 4] };
        foreach (var unit in guide.Units)
        {
            table.Add(
            [
                Markup.Of($"{unit.Unit}"), Markup.Of($"{unit.Accepted}"), Markup.Of($"{unit.Factor}"),
                Markup.Join(unit.Variables.Select((name, at) => Markup.Of($"{(at > 0 ? ", " : "")}<a href=\"#{name}\">{name}</a>"))),
                Markup.Of($"{unit.Note}"),
            ]);
        }

        return Markup.Of($"""
            <h2 id="units">{words.Units}</h2>
            <p>{words.UnitNote}</p>
            {table.ToMarkup()}
            """);
    }
}
