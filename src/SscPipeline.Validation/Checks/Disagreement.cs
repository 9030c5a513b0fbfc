using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-401 in one of the two documents that disagree.</summary>
internal static class Disagreement
{
    public const string Id = "SSC-401";

    /// <summary>Labels and comments may differ.</summary>
    public static bool Matters(OutcomeConflict conflict) => conflict.Variable is not (Variables.VisitLabel or Variables.SiteId or "comment");

    /// <param name="here">In the document that is told.</param>
    public static Finding Found(SiteView site, string subject, PlacedOutcome here, PlacedOutcome there)
    {
        var place = there.Outcome.Cell is { } cell
            ? ("place", $"{there.Source.Sheet}, {cell}")
            : IssueDetail.Phrase("place", "{sheet}, row {row}", ("sheet", there.Source.Sheet), ("row", Shown.Of(there.Source.Row)));
        return site.At(
            Id, subject, here,
            ("value", Text(here)), ("other", Text(there)), ("document", there.Source.Document), place);
    }

    private static string Text(PlacedOutcome outcome) => outcome.Outcome.Sent ?? outcome.Outcome.Value.ToString();
}
