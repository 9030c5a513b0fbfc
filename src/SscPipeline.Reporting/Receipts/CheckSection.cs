using SscPipeline.Domain.Checking;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>Every check with how much it looked at: no silence is mistaken for a pass.</summary>
internal static class CheckSection
{
    public static Markup Write(ReceiptPage page)
    {
        var (checks, texts) = (page.Receipt.Checks, page.Texts);
        if (checks.IsEmpty)
        {
            return Markup.Empty;
        }

        var table = new HtmlTable(
            texts["checks.caption"], texts["column.check"], texts["column.about"], texts["column.result"], texts["column.examined"], texts["column.failed"])
        { TextColumns = [1, 2] };
        var explained = page.Explained().ToHashSet(StringComparer.Ordinal);
        foreach (var check in checks)
        {
            var ran = check.Status != CheckStatus.Broken;
            table.Add([
                explained.Contains(check.Id) ? Markup.Of($"<a href=\"#{check.Id}\">{check.Id}</a>") : Markup.Of($"{check.Id}"),
                Markup.Of($"{(page.Guide.Checks.TryGetValue(check.Id, out var known) ? known.Title : "")}"),
                Markup.Of($"{Result(texts, check.Status)}"),
                Markup.Of($"{(ran ? Rounded.Count(check.Examined) : Rounded.None)}"),
                Markup.Of($"{(ran ? Rounded.Count(check.Failed) : Rounded.None)}")]);
        }

        return Markup.Of($"""
            <section>
            <h2>{texts["checks"]}</h2>
            {Broken(page)}<details>
            <summary>{Summary(page)}</summary>
            {table.ToMarkup()}</details>
            </section>

            """);
    }

    private static string Summary(ReceiptPage page) => page.Texts.Say(
        "checks.fold",
        ("count", Rounded.Count(page.Receipt.Checks.Length)), ("failed", With(page, CheckStatus.Failed)),
        ("passed", With(page, CheckStatus.Passed)), ("inapplicable", With(page, CheckStatus.NotApplicable)));

    private static string With(ReceiptPage page, CheckStatus status) => Rounded.Count(page.Receipt.Checks.Count(check => check.Status == status));

    private static Markup Broken(ReceiptPage page)
    {
        var broken = page.Receipt.Checks.Where(check => check.Status == CheckStatus.Broken).Select(check => check.Id).ToList();
        return broken.Count == 0 ? Markup.Empty : Markup.Of($"<p>{page.Texts.Count("checks.broken", broken.Count, ("checks", string.Join(", ", broken)))}</p>\n");
    }

    private static string Result(ReceiptTexts texts, CheckStatus status) => texts[status switch
    {
        CheckStatus.Passed => "result.passed",
        CheckStatus.Failed => "result.failed",
        CheckStatus.NotApplicable => "result.inapplicable",
        _ => "result.broken",
    }];
}
