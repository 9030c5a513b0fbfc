using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>The best change of the skin score, one bar a subject, from the worst to the best.</summary>
internal static class WaterfallChart
{
    private const int Left = 46;
    private const int Right = Picture.Width - 12;
    private const int Top = 28;
    private const int Bottom = 218;

    /// <summary>Above this many bars there is no room for names: the table has them.</summary>
    private const int MostNames = 20;

    private const int NameLetters = 11;

    /// <summary>Room for one letter of a name that stands upright, on a telephone too.</summary>
    private const int NameLetterHeight = 9;

    public static Markup Write(Summary summary)
    {
        var bars = summary.Subjects
            .Where(subject => subject.BestMrss is not null)
            .OrderByDescending(subject => subject.BestMrss!.Change)
            .ThenBy(subject => subject.Site, StringComparer.Ordinal)
            .ThenBy(subject => subject.Subject, StringComparer.Ordinal)
            .ToList();
        if (bars.Count == 0)
        {
            return Markup.Empty;
        }

        var y = Axis.Around([0, -6, .. bars.Select(bar => bar.BestMrss!.Change)], Bottom, Top);
        var hasNames = bars.Count <= MostNames;
        var room = hasNames ? (bars.Max(bar => Symbols.Short(bar.Subject, NameLetters).Length) * NameLetterHeight) + 14 : 28;
        var left = summary.Subjects.Length - bars.Count;
        return new Picture
        {
            Id = "chart-waterfall",
            Title = "Best change of the skin score, by subject",
            Description = Description(bars),
            Height = Bottom + room,
            Drawing = Markup.Of($"""
                <text class="label" x="0" y="14">Change of mRSS from baseline, points</text>
                {y.Ticks().Select(tick => Markup.Of($"<path class=\"grid\" d=\"M{Left} {y.At(tick)}H{Right}\"/><text x=\"{Left - 6}\" y=\"{y.At(tick)}\" dy=\".35em\" text-anchor=\"end\">{Axis.Label(tick)}</text>\n"))}{bars.Select((bar, index) => Bar(bar, index, bars.Count, y))}<path class="zero" d="M{Left} {y.At(0)}H{Right}"/><path class="limit" d="M{Left} {y.At(-5)}H{Right}"/>
                {(hasNames ? Markup.Empty : Markup.Of($"<text class=\"label\" x=\"{(Left + Right) / 2}\" y=\"{Bottom + 20}\" text-anchor=\"middle\">{bars.Count} subjects, least to most improved</text>\n"))}
                """),
            Key =
            [
                (new("<rect class=\"responder\" x=\"8\" y=\"0\" width=\"12\" height=\"14\"/>"), "responder: more than 5 points and at least 25 % below baseline"),
                (new("<rect class=\"other-bar\" x=\"8\" y=\".8\" width=\"12\" height=\"12.4\"/>"), "no responder"),
                (new("<path class=\"limit\" d=\"M0 7H28\"/>"), "5 points"),
            ],
            Caption = $"The lowest score at any visit after baseline up to the cut-off; down is better.{(left > 0 ? $" {left} of {summary.Subjects.Length} subjects lack a baseline or a later score and are not drawn." : "")} The best of several visits flatters: chance alone makes it fall.",
            Numbers = [Table(bars)],
        }.ToMarkup();
    }

    private static Markup Bar(SubjectCourse subject, int index, int count, Axis y)
    {
        var best = subject.BestMrss!;
        var room = (Right - Left) / (double)count;
        var width = Math.Min(44, room * (count > 100 ? 1 : 0.74));
        var middle = Left + ((index + 0.5) * room);
        var (top, bottom) = (y.Position(Math.Max(0, best.Change)), y.Position(Math.Min(0, best.Change)));
        var name = count > MostNames ? Markup.Empty : Markup.Of(
            $"<text class=\"name\" transform=\"translate({Axis.Text(middle)} {Bottom + 8}) rotate(-90)\" dy=\".35em\" text-anchor=\"end\">{Symbols.Short(subject.Subject, NameLetters)}</text>");
        return Markup.Of($"""
            <rect class="{(best.IsResponder ? "responder" : "other-bar")}" x="{Axis.Text(middle - (width / 2))}" y="{Axis.Text(top)}" width="{Axis.Text(width)}" height="{Axis.Text(Math.Max(1, bottom - top))}"/>{name}

            """);
    }

    private static string Description(List<SubjectCourse> bars)
    {
        var counts = $"{bars.Count(bar => bar.BestMrss!.IsResponder)} of {bars.Count} subjects are responders at their best visit";
        return bars.Count <= MostNames
            ? $"{counts}. Best change in points: {string.Join("; ", bars.Select(bar => $"{bar.Subject} {Rounded.Shortest(bar.BestMrss!.Change)}"))}."
            : $"{counts}. Best change from {Rounded.Shortest(bars[0].BestMrss!.Change)} to {Rounded.Shortest(bars[^1].BestMrss!.Change)} points; every subject is in the table that follows.";
    }

    private static HtmlTable Table(List<SubjectCourse> bars)
    {
        var table = new HtmlTable("Best change of the skin score, points", "Subject", "Site", "Baseline", "Lowest after it", "On study day", "Change", "Change, %", "Responder") { TextColumns = [1, 7] };
        foreach (var bar in bars)
        {
            var best = bar.BestMrss!;
            table.Add(
                bar.Subject,
                bar.Site,
                Rounded.Shortest(best.Baseline),
                Rounded.Shortest(best.Value),
                Rounded.Number(best.StudyDay, 0),
                Rounded.Shortest(best.Change),
                best.Baseline > 0 ? Rounded.Number(100 * best.Change / best.Baseline, 0) : Rounded.None,
                best.IsResponder ? "yes" : "no");
        }

        return table;
    }
}
