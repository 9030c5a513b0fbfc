using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-110: a percentage of at most 2 is a fraction by mistake.</summary>
internal sealed class PercentageIsNoFraction : IRecordCheck
{
    public string Id => "SSC-110";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var column in document.Tables.SelectMany(table => table.Columns).Where(column => column.Variable.Unit == "%"))
        {
            for (var i = 0; i < column.States.Length; i++)
            {
                if (column.States[i] == ValueState.Value)
                {
                    log.Examine(Id);
                    if (column.NumberAt(i) is > 0 and <= 2)
                    {
                        log.Add(Finding.OfValue(Id, new ValueRef(column, i), ("value", Shown.Of(column.NumberAt(i)))).Suggesting(column.NumberAt(i) * 100));
                    }
                }
            }
        }
    }
}
