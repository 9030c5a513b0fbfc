using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Recognising;

/// <summary>Says of the headings of one sheet which are not read, and why; and what the site may have meant.</summary>
internal sealed class HeadingFindings(Sheet sheet, int sheetIndex, Lexicon lexicon, FindingLog log, List<ProposedHeading> proposals)
{
    public void Examine(string check, int count = 1) => log.Examine(check, count);

    public void Add(string check, Heading heading, params IssueDetail[] details) => log.Add(new Finding(
        check,
        new Place(sheetIndex, sheet.Name, heading.Row, heading.Column, null, null),
        [.. details]));

    /// <summary>The heading's way of saying when a visit was does not go with that of the table.</summary>
    public void SaysVisitsOtherwise(Heading heading, IssueDetail reason) => Add("SSC-027", heading, ("heading", heading.Text), reason);

    public void Unread(Heading heading, RecordKind kind)
    {
        var candidates = lexicon.Headers.Candidates(TextForm.Heading(heading.Text));
        if (!candidates.IsEmpty || heading.Meanings.Length > 1)
        {
            var labels = candidates.Concat(heading.Meanings.Select(meaning => meaning.Variable)).Select(variable => IssueDetail.OfVariable("", variable.Name));
            Add("SSC-009", heading, ("heading", heading.Text), IssueDetail.Joined("candidates", DetailKind.Either, labels));
        }
        else if (heading.IsKnown)
        {
            Add("SSC-015", heading, ("heading", heading.Text), IssueDetail.OfVariable("label", heading.Meanings[0].Variable.Name), IssueDetail.Phrase("table", Table(kind)));
        }
        else
        {
            Unknown(heading);
        }
    }

    public void Unknown(Heading heading)
    {
        var likely = Suggestion.For(heading.Text, lexicon);
        Add("SSC-008", heading, ("heading", heading.Text), likely is null
            ? ("suggestion", "")
            : IssueDetail.Phrase("suggestion", " Did you mean \"{label}\" ({name})?", IssueDetail.OfVariable("label", likely.Name), ("name", likely.Name)));
        if (likely is not null)
        {
            proposals.Add(new ProposedHeading(heading.Text, likely.Name));
        }
    }

    private static string Table(RecordKind kind) => kind switch
    {
        RecordKind.Visit => "visits",
        RecordKind.AdverseEvent => "adverse events",
        _ => "subjects",
    };
}
