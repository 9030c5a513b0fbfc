using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-016: a table has a column of subjects.</summary>
internal sealed class TableNamesSubjects : IRecordCheck
{
    public string Id => "SSC-016";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var table in document.Tables)
        {
            log.Examine(Id);
            if (!table.NamesSubjects)
            {
                log.Add(Finding.OfCell(
                    Id, table, 0, 0, ("sheet", table.Sheet)) with
                { Rows = [.. Enumerable.Range(0, table.RowNumbers.Length).Select(row => new TableRow(table, row))] });
            }
        }
    }
}
