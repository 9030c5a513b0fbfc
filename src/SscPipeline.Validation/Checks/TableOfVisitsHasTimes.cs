using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-017: a table of visits has a column that says when they were.</summary>
internal sealed class TableOfVisitsHasTimes : IRecordCheck
{
    public string Id => "SSC-017";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var table in document.Tables.Where(table => table.Kind == RecordKind.Visit))
        {
            log.Examine(Id);
            if (!RowIdentity.HasTime(table))
            {
                log.Add(Finding.OfCell(
                    Id, table, 0, 0, ("sheet", table.Sheet)) with
                { Rows = [.. Enumerable.Range(0, table.RowNumbers.Length).Select(row => new TableRow(table, row))] });
            }
        }
    }
}
