using System.Globalization;
using Spectre.Console;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Cli.Output;

/// <summary>A receipt as a coordinator reads it in a terminal: the verdict first, then what to do, each with its places.</summary>
internal static class ReceiptPrinter
{
    private const int MaxPrinted = 50;

    /// <param name="excerpts">For whoever has the file; null for a receipt alone.</param>
    public static void Print(Receipt receipt, ReceiptGuide guide, SheetExcerpts? excerpts, IAnsiConsole console)
    {
        var texts = ReceiptTexts.In(guide.Language);
        console.MarkupLineInterpolated($"[bold]{receipt.Document}[/]  [{Colour(receipt.Status)}]{texts.Status(receipt.Status)}[/]");
        console.MarkupLineInterpolated($"  {Rows(receipt.Rows, texts)}");
        console.MarkupLineInterpolated($"  {Values(receipt.Values, texts)}");
        if (receipt.DuplicateOf is { } first)
        {
            console.MarkupLineInterpolated($"  {texts.Say("duplicate.first", ("time", Time(first.ReceivedAt)), ("document", first.Document), ("submission", first.SubmissionId))}");
        }

        var shown = receipt.Issues.OrderByDescending(issue => issue.Severity).Take(MaxPrinted).ToList();
        foreach (var severity in (Severity[])[Severity.Fatal, Severity.Error, Severity.Warning])
        {
            PrintGroup([.. shown.Where(issue => issue.Severity == severity)], severity, guide, texts, excerpts, console);
        }

        var total = Math.Max(receipt.IssuesByCheck.Values.Sum(), receipt.Issues.Length);
        if (total > shown.Count)
        {
            console.MarkupLineInterpolated($"\n  {texts.Say("terminal.more", ("shown", Number(shown.Count)), ("total", Number(total)))}");
        }

        PrintChecks(receipt, texts, console);
        console.WriteLine();
    }

    public static string Words(SubmissionStatus status) => ReceiptTexts.In(Domain.Language.English).Status(status);

    public static string Colour(SubmissionStatus status) => status switch
    {
        SubmissionStatus.Accepted or SubmissionStatus.Duplicate => "green",
        SubmissionStatus.AcceptedWithWarnings or SubmissionStatus.Processing => "yellow",
        _ => "red",
    };

    private static void PrintGroup(
        List<ReceiptIssue> issues, Severity severity, ReceiptGuide guide, ReceiptTexts texts, SheetExcerpts? excerpts, IAnsiConsole console)
    {
        if (issues.Count == 0)
        {
            return;
        }

        var colour = severity == Severity.Warning ? "yellow" : "red";
        console.MarkupLineInterpolated($"\n  [bold {colour}]{texts[$"issues.{severity.ToString().ToLowerInvariant()}"]} ({Number(issues.Count)})[/]");
        foreach (var same in issues.GroupBy(issue => (issue.Check, issue.Fix)))
        {
            console.MarkupLineInterpolated($"\n  [bold]{guide.Title(same.Key.Check)}[/] [grey]{same.Key.Check}[/]");
            console.MarkupLineInterpolated($"  {texts["todo"]} {same.Key.Fix}");
            foreach (var issue in same)
            {
                console.MarkupLineInterpolated($"    [{colour}]{Place(issue, texts)}[/]{Subject(issue, texts)}  {issue.Message}");
                if (excerpts?.Of(issue) is { } excerpt)
                {
                    console.Write(new Padder(ExcerptTable.Of(excerpt, colour, texts["terminal.notshown"]), new Padding(6, 0, 0, 0)));
                }
            }
        }
    }

    private static void PrintChecks(Receipt receipt, ReceiptTexts texts, IAnsiConsole console)
    {
        if (receipt.Checks.IsEmpty)
        {
            return;
        }

        console.MarkupLineInterpolated(
            $"\n  [grey]{texts.Say("checks.fold", ("count", Number(receipt.Checks.Length)), ("failed", With(CheckStatus.Failed)), ("passed", With(CheckStatus.Passed)), ("inapplicable", With(CheckStatus.NotApplicable)))}[/]");
        var broken = receipt.Checks.Where(check => check.Status == CheckStatus.Broken).Select(check => check.Id).ToList();
        if (broken.Count > 0)
        {
            console.MarkupLineInterpolated($"  {texts.Count("checks.broken", broken.Count, ("checks", string.Join(", ", broken)))}");
        }

        string With(CheckStatus status) => Number(receipt.Checks.Count(check => check.Status == status));
    }

    private static string Rows(RowCounts rows, ReceiptTexts texts) =>
        texts.Say("terminal.rows", ("read", Number(rows.Read)), ("accepted", Number(rows.Accepted)), ("withheld", Number(rows.Withheld)));

    private static string Values(ValueCounts values, ReceiptTexts texts) => texts.Say(
        "terminal.values",
        ("read", Number(values.Read)), ("accepted", Number(values.Accepted)), ("withheld", Number(values.Withheld)), ("missing", Number(values.Missing)));

    private static string Place(ReceiptIssue issue, ReceiptTexts texts) => (issue.Sheet, issue.Cell) switch
    {
        ({ Length: > 0 } sheet, { Length: > 0 } cell) => $"{SheetName.Quoted(sheet)}!{cell}",
        ({ Length: > 0 } sheet, _) => texts.Say("place.sheet", ("sheet", sheet)),
        _ => texts["place.file"],
    };

    private static string Subject(ReceiptIssue issue, ReceiptTexts texts) =>
        issue.Subject is { Length: > 0 } subject ? $" · {texts.Say("subject", ("subject", subject))}" : "";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
