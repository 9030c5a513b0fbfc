using System.Diagnostics;
using System.Text;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Reporting.Tests;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>Sends a file all the way, to its annotated copy and its receipt, and says what must not have happened.</summary>
internal sealed class Oracle(CheckWorkbooks check)
{
    private const long MostAllocated = 1L << 30;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);
    private static readonly SiteCode s_site = SiteCode.Parse("fuzzed");

    /// <summary>Null when all is well.</summary>
    public string? Complaint(string name, byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        Receipt receipt;
        byte[]? copy = null;
        string html;
        byte[] json;
        try
        {
            var wishes = new CheckWishes { Annotated = (_, annotated) => copy = annotated.Content.ToArray() };
            var checkedFile = check.Run(s_site, [new LocalFile(name, content)], wishes, CancellationToken.None).Single();
            receipt = checkedFile.Receipt;
            html = Encoding.UTF8.GetString(ReceiptHtml.Write(receipt, checkedFile.Guide));
            json = ReceiptJson.Write(receipt);
        }
        catch (Exception unhandled) when (unhandled is not OperationCanceledException)
        {
            return $"{unhandled.GetType().Name}: {unhandled.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("SscPipeline", StringComparison.Ordinal))?.Trim()}";
        }

        return receipt.Checks.FirstOrDefault(result => result.Status == CheckStatus.Broken) is { } broken ? $"{broken.Id} is broken"
            : watch.Elapsed > s_longest ? $"took {watch.Elapsed.TotalSeconds:0} s"
            : GC.GetAllocatedBytesForCurrentThread() - before > MostAllocated ? "allocated too much"
            : receipt.Issues.FirstOrDefault(issue => issue.Cell is not null && !IsOnSheet(issue.Cell)) is { } astray ? $"{astray.Check} points at {astray.Cell}"
            : receipt.Status == SubmissionStatus.Rejected && !receipt.Issues.Any(issue => issue.Severity == Severity.Fatal) ? "rejected without a reason"
            : !html.Contains("</html>", StringComparison.Ordinal) ? "the page has no end"
            : SchemaCheck.Faults("receipt.schema.json", json) is [var fault, ..] ? $"receipt.json: {fault}"
            : copy is not null ? Reread(copy)
            : null;
    }

    /// <summary>What we hand back must be a workbook ourselves can read.</summary>
    private string? Reread(byte[] copy) =>
        check.Run(s_site, [new LocalFile("annotated.xlsx", copy)], CancellationToken.None).Single() is { } again
        && again.Issues.Any(issue => issue.Check is "SSC-002" or "SSC-003")
            ? "the annotated copy is damaged"
            : null;

    private static bool IsOnSheet(string cell) => CellAddress.TryParse(cell) is { } address && address == address.OnSheet;
}
