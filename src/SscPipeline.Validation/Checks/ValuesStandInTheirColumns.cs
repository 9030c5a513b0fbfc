using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-304: fewer than half of a row's values are wrong, or only one is.</summary>
/// <remarks>Runs before values are compared with each other: only what is wrong by itself shows that cells have moved.</remarks>
internal sealed class ValuesStandInTheirColumns : IRecordCheck
{
    public string Id => "SSC-304";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var table in document.Tables)
        {
            var columns = table.Columns.Where(column => column.Variable.Role == VariableRole.Value).ToArray();
            log.Examine(Id, table.RowNumbers.Length);
            for (var i = 0; i < table.RowNumbers.Length; i++)
            {
                var sent = columns.Count(column => column.States[i] is ValueState.Value or ValueState.Faulty);
                var failed = columns.Count(column => column.States[i] == ValueState.Faulty || document.Withheld.Has(new ValueRef(column, i)));
                if (failed >= 2 && failed * 2 >= sent)
                {
                    log.Add(Finding.OfRow(
                        Id, new TableRow(table, i), table.SubjectColumn, ("failed", Shown.Of(failed)), ("sent", Shown.Of(sent))));
                }
            }
        }
    }
}
