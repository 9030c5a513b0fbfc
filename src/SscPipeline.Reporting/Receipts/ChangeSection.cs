using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>What differs from the version that this one replaced.</summary>
internal static class ChangeSection
{
    public static Markup Write(Receipt receipt)
    {
        if (receipt.Changes.IsEmpty)
        {
            return Markup.Empty;
        }

        var total = receipt.Outcomes.Inserted + receipt.Outcomes.Changed + receipt.Outcomes.Withdrawn;
        var note = total > receipt.Changes.Length
            ? Markup.Of($"<p class=\"note\">The first {receipt.Changes.Length} of {total} are listed.</p>\n")
            : Markup.Empty;
        return Markup.Of($"""
            <section>
            <h2>{Heading(receipt)}</h2>
            {Table(receipt, "changed", "Changed values", change => $"{Value(change.Old)} → {Value(change.New)}")}
            {Table(receipt, "withdrawn", "Withdrawn values, no longer in the document", change => Value(change.Old))}
            {Folded(receipt)}
            {note}<p class="note">{receipt.Outcomes.Unchanged} values are unchanged.</p>
            </section>

            """);
    }

    private static string Heading(Receipt receipt) =>
        receipt.Replaces is null ? "The first version of this document" : "What this upload changed";

    /// <summary>A first version has nothing but new values: they are there for who wants to see them, and out of the way of the rest.</summary>
    private static Markup Folded(Receipt receipt)
    {
        var table = Table(receipt, "inserted", "New values", change => Value(change.New));
        return receipt.Outcomes.Inserted == 0
            ? Markup.Empty
            : Markup.Of($"<details>\n<summary>{Rounded.Count(receipt.Outcomes.Inserted)} new values</summary>\n{table}</details>\n");
    }

    private static Markup Table(Receipt receipt, string kind, string caption, Func<OutcomeChange, string> value)
    {
        var table = new HtmlTable(caption, "Subject", "Visit", "Variable", "Value") { TextColumns = [1, 2, 3] };
        foreach (var change in receipt.Changes.Where(change => change.Kind == kind))
        {
            table.Add(change.Subject, Visit(change.Visit), change.Variable, value(change));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static string Value(string? value) => value ?? "nothing";

    private static string Visit(string? visit) => visit is null ? "" : VisitTime.TryParse(visit) switch
    {
        { Date: { } date } => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        { StudyDay: { } day } => $"day {Rounded.Count(day)}",
        { Month: { } month } => $"month {month.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        _ => visit,
    };
}
