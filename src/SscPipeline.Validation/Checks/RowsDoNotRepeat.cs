using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-205: no row repeats another of its table word for word.</summary>
internal sealed class RowsDoNotRepeat : IRecordCheck
{
    public string Id => "SSC-205";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var record in document.Records)
        {
            log.Examine(Id, record.Rows.Count);
            for (var i = 1; i < record.Rows.Count; i++)
            {
                var (first, row) = (record.Rows[0], record.Rows[i]);
                if (first.Table == row.Table && first.Table.Columns.TrueForAll(column => SameCell(column, first.Index, row.Index)))
                {
                    log.Add(Finding.OfRow(Id, row, row.Table.SubjectColumn, ("row", Shown.Of(first.Number))));
                }
            }
        }
    }

    private static bool SameCell(TypedColumn column, int left, int right) =>
        column.States[left] == column.States[right]
        && (column.States[left] != ValueState.Value
            || (column.ValueAt(left) == column.ValueAt(right) && column.ComparatorAt(left) == column.ComparatorAt(right)));
}
