using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Annotating;

namespace SscPipeline.Workflows.Checking;

/// <summary>The site's own workbook with its issues marked: <c>annotated.xlsx</c>.</summary>
internal sealed class AnnotatedCopy(WorkbookAnnotator annotator, DocumentVerdicts verdicts)
{
    /// <returns>Null when there must be no copy, since the file names persons, or when there can be none, since it could not be read.</returns>
    public AnnotatedFile? Make(OpenedDocument document, CheckedDocument verdict, Language language, CancellationToken cancellationToken)
    {
        if (!document.IsReadable || Verdict.NamesPersons(verdict))
        {
            return null;
        }

        return document.Budget.Spend(Copy, _ => null, cancellationToken);

        AnnotatedFile? Copy(CancellationToken withinBudget)
        {
            if (document.Workbook is not { } workbook)
            {
                return null;
            }

            using var original = document.Open();
            var copy = new MemoryStream();
            var notes = verdicts.DescribeAll(verdict.Issues, language).Select(Note).ToList();
            return annotator.Annotate(original, workbook, notes, Texts(language), copy, withinBudget) is { } extension
                ? new AnnotatedFile("annotated" + extension, copy)
                : null;
        }
    }

    private static AnnotationTexts Texts(Language language) => language == Language.Chinese ? AnnotationTexts.Chinese : AnnotationTexts.English;

    private static CellNote Note(ReceiptIssue issue) => new(
        issue.Sheet, CellAddress.TryParse(issue.Cell), issue.Severity, issue.Message, issue.Fix, issue.Subject, issue.Check);
}
