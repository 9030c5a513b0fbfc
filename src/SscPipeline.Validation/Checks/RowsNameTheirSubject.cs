using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-201: every row has a subject.</summary>
internal sealed class RowsNameTheirSubject : IRecordCheck
{
    public string Id => "SSC-201";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var table in document.Tables.Where(table => table.NamesSubjects))
        {
            log.Examine(Id, table.RowNumbers.Length);
            for (var i = 0; i < table.RowNumbers.Length; i++)
            {
                if (table.Subjects[i] is null)
                {
                    log.Add(Finding.OfRow(Id, new TableRow(table, i), table.SubjectColumn));
                }
            }
        }
    }
}
