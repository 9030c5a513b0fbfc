using System.Text.RegularExpressions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Pages;

/// <summary>The table of contents: every section of the page that has a name, in the order of the page.</summary>
internal static partial class Contents
{
    public static Markup Of(Markup sections) => Markup.Of($"""
        <nav aria-label="Contents"><ul>
        {sections.Pieces.SelectMany(piece => Heading().Matches(piece)).Select(heading => new Markup($"<li><a href=\"#{heading.Groups[1].Value}\">{heading.Groups[2].Value}</a></li>\n"))}</ul></nav>

        """);

    [GeneratedRegex("<h2 id=\"([^\"]+)\">([^<]+)</h2>")]
    private static partial Regex Heading();
}
