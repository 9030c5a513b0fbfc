using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>What differs from the version that this one replaced.</summary>
internal static class ChangeSection
{
    public static Markup Write(ReceiptPage page)
    {
        var (receipt, texts) = (page.Receipt, page.Texts);
        var total = receipt.Outcomes.Inserted + receipt.Outcomes.Changed + receipt.Outcomes.Withdrawn;
        if (total == 0 && receipt.Replaces is null)
        {
            return Markup.Empty;
        }

        var note = receipt.Changes.Length > 0 && total > receipt.Changes.Length
            ? Markup.Of($"<p class=\"note\">{texts.Say("changes.listed", ("listed", Rounded.Count(receipt.Changes.Length)), ("total", Rounded.Count(total)))}</p>\n")
            : Markup.Empty;
        return Markup.Of($"""
            <section>
            <h2>{texts[receipt.Replaces is null ? "changes.first" : "changes"]}</h2>
            {(total == 0 ? Markup.Of($"<p>{texts["changes.none"]}</p>\n") : Markup.Empty)}{Table(page, "changed", change => Markup.Of($"{change.Old ?? texts["nothing"]} → {change.New ?? texts["nothing"]}"))}
            {Table(page, "withdrawn", change => Markup.Of($"{change.Old}"))}{Inserted(page)}
            {note}{Unchanged(page)}</section>

            """);
    }

    /// <summary>A first version has nothing but new values: they are there for who wants to see them, and out of the way of the rest.</summary>
    private static Markup Inserted(ReceiptPage page) => page.Receipt.Outcomes.Inserted == 0 ? Markup.Empty : Markup.Of($"""
        <details>
        <summary>{page.Texts.Count("changes.fold", page.Receipt.Outcomes.Inserted)}</summary>
        {Table(page, "inserted", change => Markup.Of($"{change.New}"))}</details>

        """);

    /// <summary>Of a first version nothing could have stayed the same.</summary>
    private static Markup Unchanged(ReceiptPage page) => page.Receipt.Replaces is null
        ? Markup.Empty
        : Markup.Of($"<p class=\"note\">{page.Texts.Count("changes.unchanged", page.Receipt.Outcomes.Unchanged)}</p>\n");

    private static Markup Table(ReceiptPage page, string kind, Func<OutcomeChange, Markup> value)
    {
        var texts = page.Texts;
        var table = new HtmlTable(
            texts[$"changes.{kind}"], texts["column.subject"], texts["column.visit"], texts["column.variable"], texts["column.value"])
        { TextColumns = [1, 2, 3] };
        foreach (var change in page.Receipt.Changes.Where(change => change.Kind == kind))
        {
            table.Add([Markup.Of($"<bdi>{change.Subject}</bdi>"), Markup.Of($"{Visit(texts, change.Visit)}"), What(page.Guide, change.Variable), value(change)]);
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup What(ReceiptGuide guide, string variable) => Markup.Of(
        $"{guide.Label(variable)}{(guide.Variables.TryGetValue(variable, out var known) && known.Unit.Length > 0 ? Markup.Of($" <span class=\"id\">({known.Unit})</span>") : Markup.Empty)}");

    private static string Visit(ReceiptTexts texts, string? visit) => visit is null ? "" : VisitTime.TryParse(visit) switch
    {
        { Date: { } date } => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { StudyDay: { } day } => texts.Say("visit.day", ("day", Rounded.Count(day))),
        { Month: { } month } => texts.Say("visit.month", ("month", month.ToString(CultureInfo.InvariantCulture))),
        _ => visit,
    };
}
