using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-203: every visit has a date, study day or month, or a name that stands for a month.</summary>
internal sealed class VisitHasTime : IRecordCheck
{
    public string Id => "SSC-203";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var table in document.Tables.Where(table => table.Kind == RecordKind.Visit && RowIdentity.HasTime(table)))
        {
            log.Examine(Id, table.RowNumbers.Length);
            for (var i = 0; i < table.RowNumbers.Length; i++)
            {
                var row = new TableRow(table, i);
                if (RowIdentity.VisitTime(row, document.Lexicon.Visits) is null && !RowIdentity.IsTimeFaulty(row))
                {
                    log.Add(Finding.OfRow(Id, row, RowIdentity.TimeColumn(table)));
                }
            }
        }
    }
}
