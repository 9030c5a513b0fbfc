using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>How much there is to do, and how much was read, used and changed.</summary>
internal static class CountsSection
{
    public static Markup Write(ReceiptPage page)
    {
        var (receipt, texts) = (page.Receipt, page.Texts);
        if (receipt.Status is SubmissionStatus.Duplicate or SubmissionStatus.Failed)
        {
            return Markup.Empty;
        }

        var (correct, check) = (page.Count(Severity.Fatal) + page.Count(Severity.Error), page.Count(Severity.Warning));
        return Markup.Of($"""
            <dl class="counts">
            {Card(texts["counts.issues"], texts.Say("counts.correct", ("count", Rounded.Count(correct))), texts.Say("counts.check", ("count", Rounded.Count(check))))}
            {Card(texts["counts.rows"], Rounded.Count(receipt.Rows.Read), texts.Say("counts.rows.detail", ("accepted", Rounded.Count(receipt.Rows.Accepted)), ("withheld", Rounded.Count(receipt.Rows.Withheld))))}
            {Card(texts["counts.values"], Rounded.Count(receipt.Values.Read), Values(receipt.Values, texts))}
            {Changes(receipt, texts)}</dl>

            """);
    }

    private static string Values(ValueCounts values, ReceiptTexts texts) => texts.Say(
        "counts.values.detail",
        ("accepted", Rounded.Count(values.Accepted)), ("withheld", Rounded.Count(values.Withheld)), ("missing", Rounded.Count(values.Missing)));

    private static Markup Changes(Receipt receipt, ReceiptTexts texts) => receipt switch
    {
        { IsSuperseded: true } or { Status: SubmissionStatus.Rejected } => Markup.Empty,
        { Replaces: null } => Card(texts["counts.first"], Rounded.Count(receipt.Outcomes.Inserted), texts["counts.first.detail"]),
        _ => Card(
            texts["counts.changes"],
            texts.Say("counts.changes.new", ("count", Rounded.Count(receipt.Outcomes.Inserted))),
            texts.Say(
                "counts.changes.detail",
                ("changed", Rounded.Count(receipt.Outcomes.Changed)), ("withdrawn", Rounded.Count(receipt.Outcomes.Withdrawn)),
                ("unchanged", Rounded.Count(receipt.Outcomes.Unchanged)))),
    };

    private static Markup Card(string title, string figure, string detail) =>
        Markup.Of($"<div><dt>{title}</dt><dd>{figure}<small>{detail}</small></dd></div>\n");
}
