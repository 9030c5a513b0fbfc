using SscPipeline.Domain.Checking;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Identifiers;

/// <summary>Dates in columns of dates, however they are written, where the study accepts study days only.</summary>
internal static class CalendarDates
{
    public static void Find(IEnumerable<SheetTable> tables, FindingLog log)
    {
        var known = log.Findings.Select(finding => (finding.At.SheetIndex, finding.At.Row, finding.At.Column)).ToHashSet();
        foreach (var column in tables.SelectMany(table => table.Columns).Where(column => column.Variable.Type == VariableType.Date))
        {
            for (var i = 0; i < column.States.Length; i++)
            {
                var row = column.Table.RowNumbers[i];
                if (column.States[i] == ValueState.Value && known.Add((column.Table.SheetIndex, row, column.Number)))
                {
                    log.Add(Finding.OfCell("SSC-092", column.Table, row, column.Number, IssueDetail.Phrase("class", IdentifierScan.CalendarDate)));
                }
            }
        }
    }
}
