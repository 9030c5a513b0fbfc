using System.Text;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Letters;

/// <summary>Writes the letter to an audience from the audience's own summary, so it can say nothing that the report does not.</summary>
public static class ReportLetters
{
    /// <param name="link">Where the page can be opened; null when recipients cannot reach it.</param>
    /// <param name="attachments">One sentence on what is attached.</param>
    public static ReportLetter Write(Summary summary, Uri? link, string attachments)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var figures = KeyFigures.Of(summary);
        return new ReportLetter(Subject(summary), Text(summary, figures, link, attachments), Html(summary, figures, link, attachments));
    }

    private static string Subject(Summary summary) =>
        $"{summary.Study}: summary of {Day(summary.CutOff)}{(summary.NothingNewSince is null ? "" : ", nothing new")}{(summary.Audience == "public" ? " (public)" : "")}";

    private static string Text(Summary summary, IEnumerable<KeyFigure> figures, Uri? link, string attachments)
    {
        var text = new StringBuilder().Append(summary.Study).Append('\n').Append(Opening(summary)).Append("\n\n");
        foreach (var figure in figures)
        {
            text.Append(figure.Label).Append(": ").Append(Value(figure)).Append('\n');
        }

        return text.Append('\n').Append(attachments).Append('\n')
            .Append(link is null ? "" : $"The report: {link}\n")
            .Append('\n').Append(Closing(summary)).Append('\n').ToString();
    }

    private static string Html(Summary summary, IEnumerable<KeyFigure> figures, Uri? link, string attachments) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{Subject(summary)}</title></head>
        <body style="font-family: sans-serif; max-width: 40em">
        <h1 style="font-size: 1.3em">{summary.Study}</h1>
        <p>{Opening(summary)}</p>
        <table>
        {figures.Select(figure => Markup.Of($"<tr><th scope=\"row\" style=\"text-align: left; font-weight: normal; padding-right: 1em\">{figure.Label}</th><td style=\"text-align: right\">{Value(figure)}</td></tr>\n"))}</table>
        <p>{attachments}</p>
        {(link is null ? Markup.Empty : Markup.Of($"<p><a href=\"{link.AbsoluteUri}\">Open the report</a></p>\n"))}<p>{Closing(summary)}</p>
        </body>
        </html>

        """).Html;

    private static string Opening(Summary summary) => summary.NothingNewSince is { } since
        ? $"Nothing new: since the report of {Rounded.Time(since)} no submission, setting or dictionary has changed. This report was made {Rounded.Time(summary.GeneratedAt)}; only the date moved on."
        : $"This report holds what was received up to {Rounded.Time(summary.CutOff)}.";

    private static string Closing(Summary summary) => summary.Audience == "public"
        ? "Groups that are too small to be shown safely are left out."
        : "This report has rows of single subjects. Please do not pass it on outside the study.";

    private static string Value(KeyFigure figure) => figure.N is { } n
        ? $"{Rounded.Number(figure.Value, 2)} {Unit(figure.Unit)} (n={Rounded.Count(n)})"
        : Rounded.Number(figure.Value, 0);

    /// <summary>A difference of two percentages is in points.</summary>
    private static string Unit(string unit) => unit == "%" ? "percentage points" : unit.Length == 0 || unit == "score" ? "points" : unit;

    private static string Day(DateTimeOffset time) => Rounded.Time(time)[..10];
}
