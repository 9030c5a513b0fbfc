using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Reporting.Receipts;

/// <summary>What every section of the page needs.</summary>
internal sealed record ReceiptPage(Receipt Receipt, ReceiptGuide Guide)
{
    public ReceiptTexts Texts { get; } = ReceiptTexts.In(Guide.Language);

    /// <summary>Complete counts, also of issues that are not listed.</summary>
    public int Count(Severity severity) => Receipt.IssuesByCheck.IsEmpty
        ? Receipt.Issues.Count(issue => issue.Severity == severity)
        : Receipt.IssuesByCheck.Where(check => SeverityOf(check.Key) == severity).Sum(check => check.Value);

    /// <summary>Checks with something to explain: they found something, or could not run.</summary>
    public IEnumerable<string> Explained() => Receipt.Issues.Select(issue => issue.Check)
        .Concat(Receipt.IssuesByCheck.Keys)
        .Concat(Receipt.Checks.Where(check => check.Status is CheckStatus.Failed or CheckStatus.Broken).Select(check => check.Id))
        .Where(Guide.Checks.ContainsKey)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private Severity SeverityOf(string check) =>
        Guide.Checks.TryGetValue(check, out var known) ? known.Severity
        : Receipt.Issues.FirstOrDefault(issue => issue.Check == check)?.Severity ?? Severity.Warning;
}
