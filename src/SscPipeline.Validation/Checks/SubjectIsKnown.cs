using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-208: a document with a table of subjects names there every subject that no other document of the site names.</summary>
internal sealed class SubjectIsKnown : IRecordCheck
{
    public string Id => "SSC-208";

    public void Run(DocumentView document, FindingLog log)
    {
        if (!document.Tables.Any(table => table.Kind == RecordKind.Subject))
        {
            return;
        }

        var known = new LookAlikes(document.Subjects.Select(subject => subject.Subject));
        foreach (var record in document.Records.Where(record => record.Kind != RecordKind.Subject))
        {
            log.Examine(Id);
            if (document.Subject(record.Subject) is null && !document.IsKnownElsewhere(record.Subject))
            {
                foreach (var row in record.Rows)
                {
                    log.Add(Finding.OfRow(Id, row, row.Table.SubjectColumn, ("subject", record.Subject)).Suggesting(known.Of(record.Subject)));
                }
            }
        }
    }
}
