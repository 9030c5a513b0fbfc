using System.Collections.Frozen;
using Spectre.Console;
using SscPipeline.Cli.Output;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Cli.Tests.Output;

public sealed class ReceiptPrinterTests
{
    [Fact]
    public void An_issue_is_printed_with_its_cell_what_was_seen_and_what_to_do()
    {
        var text = Print(Receipt(SubmissionStatus.PartiallyAccepted) with
        {
            Issues = [new(Severity.Error, "SSC-021", "Visits", "T14", "P-01", "mrss_total", "The total is 23.", "Please correct it.")],
            IssuesByCheck = Receipt(SubmissionStatus.Accepted).IssuesByCheck.Add("SSC-021", 1),
        });

        Assert.Contains("accepted in part", text, StringComparison.Ordinal);
        Assert.Contains("Visits!T14", text, StringComparison.Ordinal);
        Assert.Contains("The total is 23.", text, StringComparison.Ordinal);
        Assert.Contains("Please correct it.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_looks_like_markup_is_printed_as_it_is()
    {
        var text = Print(Receipt(SubmissionStatus.Accepted) with
        {
            Document = "[red]visits[/].csv",
            Issues = [new(Severity.Warning, "SSC-008", "[b]", "A1", null, null, "The column \"[/]\" was not read.", "")],
        });

        Assert.Contains("[red]visits[/].csv", text, StringComparison.Ordinal);
        Assert.Contains("\"[/]\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void When_there_are_more_issues_than_lines_the_number_of_all_is_told()
    {
        var issues = Enumerable.Range(2, 60).Select(row => new ReceiptIssue(Severity.Error, "SSC-101", "Visits", $"C{row}", null, null, "No number.", "Fix."));

        var text = Print(Receipt(SubmissionStatus.PartiallyAccepted) with
        {
            Issues = [.. issues],
            IssuesByCheck = Receipt(SubmissionStatus.Accepted).IssuesByCheck.Add("SSC-101", 1_234),
        });

        Assert.Contains("50 of 1234 issues", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_broke_is_called_our_fault()
    {
        var text = Print(Receipt(SubmissionStatus.Accepted) with { Checks = [CheckResult.Broken("SSC-044")] });

        Assert.Contains("(SSC-044) on this document. This is our fault", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_request_is_printed_once_for_all_its_cells()
    {
        var text = Print(Receipt(SubmissionStatus.PartiallyAccepted) with
        {
            Issues =
            [
                new(Severity.Error, "SSC-101", "Visits", "C2", null, null, "No number.", "Write a number."),
                new(Severity.Warning, "SSC-302", "Visits", "C4", null, null, "Unusual.", "Look again."),
                new(Severity.Error, "SSC-101", "Visits", "C3", null, null, "No number either.", "Write a number."),
            ],
        });

        Assert.Equal(2, text.Split("Write a number.").Length);
        Assert.True(text.IndexOf("Visits!C3", StringComparison.Ordinal) < text.IndexOf("Please check; used as it is (1)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_receipt_in_Chinese_is_printed_in_Chinese()
    {
        var text = Print(Receipt(SubmissionStatus.Accepted), Language.Chinese);

        Assert.Contains("已接受", text, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cell_of_an_issue_is_marked_also_without_colours()
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 120;

        console.Write(ExcerptTable.Of(new SheetExcerpt(["A", "T"], 1, ["subject", "mRSS"], 14, ["[0042]", "23"], 1), "red", "(not shown)"));

        Assert.Matches(@"14\s+\[0042\]\s+▸ 23", writer.ToString());
    }

    private static string Print(Receipt receipt, Language language = Language.English)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 200;
        ReceiptPrinter.Print(receipt, new ReceiptGuide(language, FrozenDictionary<string, CheckExplanation>.Empty, FrozenDictionary<string, VariableExplanation>.Empty), excerpts: null, console);
        return writer.ToString();
    }

    private static Receipt Receipt(SubmissionStatus status) => new()
    {
        SubmissionId = "20260101T000000000Z-0123456789",
        Site = "site-a",
        Document = "visits.csv",
        Sha256 = "0123",
        Status = status,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        CompletedAt = DateTimeOffset.UnixEpoch,
        DictionaryVersion = "1",
    };
}
