using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-207: a subject that no table of subjects names yet is waited for.</summary>
/// <remarks>Once per subject. Where the document has a table of subjects itself, SSC-208 speaks.</remarks>
internal sealed class SubjectIsPending : IRecordCheck
{
    public string Id => "SSC-207";

    public void Run(DocumentView document, FindingLog log)
    {
        if (document.Tables.Any(table => table.Kind == RecordKind.Subject))
        {
            return;
        }

        foreach (var subject in document.Records.GroupBy(record => record.Subject, StringComparer.Ordinal))
        {
            log.Examine(Id);
            if (document.Subject(subject.Key) is null && !document.IsKnownElsewhere(subject.Key))
            {
                var first = subject.First().Rows[0];
                log.Add(Finding.OfRow(Id, first, first.Table.SubjectColumn, ("subject", subject.Key)));
            }
        }
    }
}
