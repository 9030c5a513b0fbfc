using System.Collections.Immutable;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>Issues of each site by check: the number in the cell, the shade by 100 rows that the site sent.</summary>
internal static class IssueHeatMap
{
    private const int Left = 118;
    private const int Right = Picture.Width - 4;
    private const int Top = 74;
    private const int RowHeight = 24;
    private const int MostSites = 40;
    private const int MostChecks = 16;
    private const int SiteLetters = 13;

    /// <summary>Issues per 100 rows at which a darker shade begins.</summary>
    private static readonly ImmutableArray<double> Shades = [0, 1, 5, 20];

    private static readonly ImmutableArray<string> Meanings = ["up to 1 per 100 rows", "1 to 5", "5 to 20", "20 and more"];

    public static Markup Write(Summary summary)
    {
        var found = summary.Sites.Where(site => Issues(site) > 0).ToList();
        var sites = found.OrderByDescending(site => PerHundred(Issues(site), site) ?? Issues(site)).ThenBy(site => site.Site, StringComparer.Ordinal).Take(MostSites).ToList();
        var all = found.SelectMany(site => site.IssuesByCheck).Where(check => check.Value > 0).GroupBy(check => check.Key, check => check.Value, StringComparer.Ordinal).ToList();
        var checks = all.OrderByDescending(check => check.Sum()).ThenBy(check => check.Key, StringComparer.Ordinal).Take(MostChecks).Select(check => check.Key).Order(StringComparer.Ordinal).ToList();
        if (sites.Count == 0)
        {
            return Markup.Empty;
        }

        return new Picture
        {
            Id = "chart-issues",
            Title = "Issues by site and check",
            Description = $"{found.Sum(Issues)} issues of {all.Count} checks at {found.Count} of {summary.Sites.Length} sites. {string.Join("; ", sites.Take(10).Select(Words))}.",
            Height = Top + (sites.Count * RowHeight) + 4,
            Drawing = Markup.Of($"""
                {checks.Select((check, column) => Markup.Of($"<text class=\"name\" transform=\"translate({Axis.Text(Middle(column, checks.Count))} {Top - 6}) rotate(-90)\" dy=\".35em\">{check}</text>\n"))}{sites.Select((site, row) => Row(site, row, checks))}
                """),
            Key = [.. Meanings.Select((meaning, shade) => (Markup.Of($"<rect class=\"shade{shade + 1}\" x=\"2\" y=\"1\" width=\"24\" height=\"12\"/>"), meaning))],
            Caption = $"In the cell: issues of the current documents; shaded by issues per 100 rows sent, so that large and small sites compare.{More(found.Count, sites.Count, "sites")}{More(all.Count, checks.Count, "checks")}",
            Numbers = [Table(found, [.. all.Select(check => check.Key).Order(StringComparer.Ordinal)])],
        }.ToMarkup();
    }

    private static double Middle(int column, int columns) => Left + ((column + 0.5) * CellWidth(columns));

    private static double CellWidth(int columns) => Math.Min(64, (Right - Left) / (double)columns);

    private static Markup Row(SiteActivity site, int row, List<string> checks)
    {
        var top = Top + (row * RowHeight);
        return Markup.Of($"<text class=\"label\" x=\"0\" y=\"{top + (RowHeight / 2)}\" dy=\".35em\">{Symbols.Short(site.Site, SiteLetters)}</text>{checks.Select((check, column) => Cell(site, check, column, checks.Count, top))}\n");
    }

    private static Markup Cell(SiteActivity site, string check, int column, int columns, int top)
    {
        var count = site.IssuesByCheck.GetValueOrDefault(check);
        var (middle, width) = (Middle(column, columns), CellWidth(columns) - 2);
        var cell = Markup.Of($"<rect class=\"shade{Shade(count, site)}\" x=\"{Axis.Text(middle - (width / 2))}\" y=\"{top + 1}\" width=\"{Axis.Text(width)}\" height=\"{RowHeight - 2}\"/>");
        return count == 0 ? cell
            : Markup.Of($"{cell}<text class=\"count{(Shade(count, site) > 2 ? " on-dark" : "")}\" x=\"{Axis.Text(middle)}\" y=\"{top + (RowHeight / 2)}\" dy=\".35em\" text-anchor=\"middle\">{count}</text>");
    }

    /// <summary>0 without issues; a site of which no row was read has no rate and gets the darkest.</summary>
    private static int Shade(int count, SiteActivity site) =>
        count == 0 ? 0 : PerHundred(count, site) is { } rate ? Shades.Count(from => rate >= from) : Shades.Length;

    private static int Issues(SiteActivity site) => site.IssuesByCheck.Values.Sum();

    private static double? PerHundred(int count, SiteActivity site) =>
        site.RowsAccepted + site.RowsWithheld is > 0 and var rows ? 100.0 * count / rows : null;

    private static string Words(SiteActivity site) =>
        $"{site.Site}: {Issues(site)} in {site.RowsAccepted + site.RowsWithheld} rows";

    private static string More(int all, int drawn, string what) =>
        drawn < all ? $" Drawn are the {drawn} of {all} {what} with most issues; all are in the table." : "";

    private static HtmlTable Table(List<SiteActivity> sites, List<string> checks)
    {
        var table = new HtmlTable("Issues by check and site", ["Check", .. sites.Select(site => site.Site), "All"]);
        foreach (var check in checks)
        {
            var counts = sites.Select(site => site.IssuesByCheck.GetValueOrDefault(check)).ToList();
            table.Add([check, .. counts.Select(count => Rounded.Count(count)), Rounded.Count(counts.Sum())]);
        }

        table.Add(["Rows sent", .. sites.Select(site => Rounded.Count(site.RowsAccepted + site.RowsWithheld)), Rounded.Count(sites.Sum(site => site.RowsAccepted + site.RowsWithheld))]);
        return table.Add(["Issues per 100 rows", .. sites.Select(site => Rounded.Number(PerHundred(Issues(site), site), 1)), Rounded.None]);
    }
}
