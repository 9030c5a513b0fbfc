using System.Globalization;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Sites;

/// <summary>Subjects whose facts are awaited, and visits and values that are due.</summary>
internal static class MissingSection
{
    private const int Shown = 300;

    public static Markup Write(SitePage page, SitePageTexts texts) => Markup.Of($"""
        <section>
        <h2>{texts.StillMissing}</h2>
        {(page.Due.Waiting.IsEmpty && page.Due.Visits.IsEmpty ? Markup.Of($"<p>{texts.NothingMissing}</p>\n") : Markup.Empty)}{Waiting(page, texts)}{Visits(page, texts)}</section>
        """);

    private static Markup Waiting(SitePage page, SitePageTexts texts)
    {
        var table = new HtmlTable(texts.WaitingCaption, texts.Subject, texts.WaitsFor) { TextColumns = [1] };
        foreach (var subject in page.Due.Waiting.Take(Shown))
        {
            table.Add([Bdi(subject.Subject), Markup.Of($"{texts.WaitingFor(subject)}")]);
        }

        return table.IsEmpty ? Markup.Empty : Markup.Of($"{table.ToMarkup()}{Rest(page.Due.Waiting.Length, texts)}");
    }

    private static Markup Visits(SitePage page, SitePageTexts texts)
    {
        var table = new HtmlTable(texts.DueCaption, texts.Subject, texts.Visit, texts.StudyDays, texts.Dates, texts.Missing) { TextColumns = [1, 2, 3, 4] };
        foreach (var due in page.Due.Visits.Take(Shown))
        {
            table.Add([
                Bdi(due.Subject),
                Markup.Of($"{texts.VisitAt(due.Month)}"),
                Markup.Of($"{due.Window.First} – {due.Window.Last}"),
                Markup.Of($"{Dates(due)}"),
                Markup.Of($"{(due.Variables.IsEmpty ? texts.NoVisit : string.Join(", ", due.Variables.Select(texts.Measure)))}"),
            ]);
        }

        return table.IsEmpty ? Markup.Empty : Markup.Of($"<p class=\"note\">{texts.DueNote}</p>\n{table.ToMarkup()}{Rest(page.Due.Visits.Length, texts)}");
    }

    private static Markup Rest(int all, SitePageTexts texts) =>
        all > Shown ? Markup.Of($"<p class=\"note\">{texts.And} {all - Shown} {texts.More}</p>\n") : Markup.Empty;

    private static Markup Bdi(string subject) => Markup.Of($"<bdi>{subject}</bdi>");

    private static string Dates(DueVisit due) => due is { From: { } from, To: { } to }
        ? $"{from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} – {to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : Rounded.None;
}
