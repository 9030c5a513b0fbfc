using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-303: what a row cannot do without is filled in.</summary>
internal sealed class RequiredIsFilled : IRecordCheck
{
    public string Id => "SSC-303";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var table in document.Tables)
        {
            foreach (var column in table.Columns.Where(column => column.Variable.IsRequired))
            {
                log.Examine(Id, table.RowNumbers.Length);
                for (var i = 0; i < table.RowNumbers.Length; i++)
                {
                    if (column.States[i] is ValueState.Blank or ValueState.NotDone)
                    {
                        log.Add(Finding.OfValue(Id, new ValueRef(column, i)));
                    }
                }
            }
        }
    }
}
