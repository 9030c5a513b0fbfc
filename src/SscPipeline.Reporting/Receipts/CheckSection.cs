using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>Every check with how much it looked at: no silence is mistaken for a pass.</summary>
internal static class CheckSection
{
    public static Markup Write(Receipt receipt, IReadOnlyDictionary<string, string> checkTitles)
    {
        if (receipt.Checks.IsEmpty)
        {
            return Markup.Empty;
        }

        var broken = receipt.Checks.Where(check => check.Status == CheckStatus.Broken).Select(check => check.Id).ToList();
        var table = new HtmlTable("All checks, and how many values, rows or files each looked at", "Check", "What it looks at", "Result", "Examined", "Found wanting") { TextColumns = [1, 2] };
        foreach (var check in receipt.Checks)
        {
            var ran = check.Status != CheckStatus.Broken;
            table.Add(
                check.Id,
                checkTitles.GetValueOrDefault(check.Id),
                Result(check.Status),
                ran ? Rounded.Count(check.Examined) : Rounded.None,
                ran ? Rounded.Count(check.Failed) : Rounded.None);
        }

        return Markup.Of($"""
            <section>
            <h2>Checks</h2>
            {Broken(broken)}{table.ToMarkup()}</section>

            """);
    }

    private static Markup Broken(List<string> broken) => broken.Count == 0 ? Markup.Empty : Markup.Of(
        $"<p>We could not run {(broken.Count == 1 ? "one of our checks" : $"{Rounded.Count(broken.Count)} of our checks")} ({string.Join(", ", broken)}) on this document. This is our fault; you need do nothing.</p>\n");

    private static string Result(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "issues found",
        CheckStatus.NotApplicable => "nothing to examine",
        CheckStatus.Broken => "could not run (our fault)",
        _ => status.ToString(),
    };
}
