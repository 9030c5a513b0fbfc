using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tests;

/// <summary>Makes workbooks from CSV text and checks them, as the tests need it.</summary>
internal static class Examples
{
    public static DocumentChecker Checker { get; } = DocumentChecker.Create(new CheckingOptions());

    public static SiteContext Alone { get; } = new(SiteCode.Parse("site-a"), []);

    public static Sheet Sheet(string name, string csv) => new(
        name,
        [
            .. CsvText.Split(csv).Select(record => new SheetRow(
                record.Line,
                [.. record.Cells.Index().Where(cell => cell.Item.Length > 0).Select(cell => Cell.OfText(cell.Index + 1, cell.Item))])),
        ]);

    public static WorkbookReading Workbook(params Sheet[] sheets) => WorkbookReading.Of(new Workbook(WorkbookFormat.Csv, [.. sheets]));

    public static CheckedDocument Check(params string[] csvs) => Check(new CheckingOptions(), csvs);

    public static CheckedDocument Check(CheckingOptions options, params string[] csvs) =>
        Check(options, Alone, Workbook([.. csvs.Select((csv, index) => Sheet($"Sheet{index + 1}", csv))]));

    public static CheckedDocument Check(CheckingOptions options, SiteContext context, WorkbookReading workbook, string? mapping = null)
    {
        var checker = options == new CheckingOptions() ? Checker : DocumentChecker.Create(options);
        var (headers, problems) = HeaderMapping.Parse(mapping ?? "", checker.Dictionary);
        return checker.Check(
            checker.Read("visits.csv", workbook, headers ?? HeaderMapping.Unusable(problems), CancellationToken.None), context, CancellationToken.None);
    }

    public static SiteDocument Document(string name, string submittedAt, ImmutableArray<OutcomeRow> rows) =>
        new(name, SubmissionId.Parse($"{submittedAt}-0123456789"), rows);

    /// <summary>"Sheet1!D3 SSC-021" for each issue.</summary>
    public static IEnumerable<string> Short(this CheckedDocument document) =>
        document.Issues.Select(issue => $"{issue.Sheet}!{issue.Cell} {issue.Check}");

    public static IEnumerable<string> Errors(this CheckedDocument document) =>
        document.Issues.Where(issue => Checker.Describe(issue).Severity != Severity.Warning).Select(issue => $"{issue.Sheet}!{issue.Cell} {Checker.Describe(issue).Message} ({issue.Check})");

    public static Outcome? Outcome(this CheckedDocument document, string variable, int row = 0) =>
        document.Rows[row].Outcomes.SingleOrDefault(outcome => outcome.Variable == variable);
}
