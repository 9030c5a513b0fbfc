using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Charts;

/// <summary>A picture of a page, read back as a browser would: the drawing as XML, the numbers as tables.</summary>
internal sealed partial class Drawn
{
    private static readonly ConditionalWeakTable<Summary, string> Pages = [];

    private Drawn(string markup)
    {
        var part = markup[markup.IndexOf("<svg ", StringComparison.Ordinal)..(markup.IndexOf("</svg>", StringComparison.Ordinal) + 6)];
        Svg = XElement.Parse(part);
        Markup = markup;
    }

    public XElement Svg { get; }

    public string Markup { get; }

    public string Description => Svg.Element("desc")!.Value;

    public string Caption => Plain(FigCaption().Match(Markup).Groups[1].Value);

    public static Drawn Of(Summary summary, string id) =>
        Find(summary, id) ?? throw new InvalidOperationException($"The page has no picture {id}.");

    public static Drawn? Find(Summary summary, string id) =>
        All(summary).FirstOrDefault(picture => picture.Svg.Element("title")!.Attribute("id")!.Value == $"{id}-title");

    public static List<Drawn> All(Summary summary) => [.. Pictures().Matches(PageOf(summary)).Select(match => new Drawn(match.Value))];

    /// <summary>Written once for each summary, as many tests look at the same one.</summary>
    public static string PageOf(Summary summary) => Pages.GetValue(summary, Write);

    private static string Write(Summary summary) =>
        Encoding.UTF8.GetString(ReportWriter.Write(summary).Single(file => file.Path == "summary.html").Content.Span);

    public List<XElement> Parts(string style) =>
        [.. Svg.Descendants().Where(part => part.Attribute("class")?.Value.Split(' ').Contains(style) == true)];

    /// <summary>Of all tables of numbers: the cells of each row.</summary>
    public List<string[]> Rows() =>
        [.. RowMarkup().Matches(Markup).Select(row => CellMarkup().Matches(row.Value).Select(cell => Plain(cell.Groups[1].Value)).ToArray())];

    public static double Number(XElement part, string attribute) => double.Parse(part.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static string Plain(string markup) => System.Net.WebUtility.HtmlDecode(Tags().Replace(markup, ""));

    [GeneratedRegex("<div class=\"picture\">.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Pictures();

    [GeneratedRegex("<figcaption>(.*?)</figcaption>", RegexOptions.Singleline)]
    private static partial Regex FigCaption();

    [GeneratedRegex("<tr><th scope=\"row\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex RowMarkup();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex CellMarkup();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
