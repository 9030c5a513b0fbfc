using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tables;

/// <summary>The site's documents read together, this one as the latest.</summary>
internal sealed class SiteView(SiteData data, IReadOnlyDictionary<string, int> sheets)
{
    /// <summary>Stands for the submission that is being checked: later than any other.</summary>
    public static SubmissionId Current { get; } = SubmissionId.Parse("99991231T235959999Z-ffffffffff");

    public SiteData Data { get; } = data;

    public static bool IsOurs(PlacedOutcome outcome) => outcome.Source.Submission == Current;

    /// <summary>A finding at the cell of an outcome of this document.</summary>
    public Finding At(string check, string subject, PlacedOutcome outcome, params IssueDetail[] details)
    {
        var (sheet, address) = outcome.Outcome.Cell?.LastIndexOf('!') is { } mark and > 0
            ? (outcome.Outcome.Cell[..mark], outcome.Outcome.Cell[(mark + 1)..])
            : (outcome.Source.Sheet, outcome.Outcome.Cell);
        var cell = address is null ? null : CellAddress.TryParse(address);
        var at = new Place(sheets.GetValueOrDefault(sheet), sheet, cell?.Row ?? outcome.Source.Row, cell?.Column ?? 0, subject, outcome.Outcome.Variable);
        return new Finding(check, at, [.. details]);
    }
}
