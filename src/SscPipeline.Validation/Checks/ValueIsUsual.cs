using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-302: a possible value lies within what is usual.</summary>
internal sealed class ValueIsUsual : IRecordCheck
{
    public string Id => "SSC-302";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var column in document.Tables.SelectMany(table => table.Columns).Where(column => column.Variable.Usual is not { Min: null, Max: null }))
        {
            var limits = column.Variable.Usual;
            var examined = 0;
            for (var i = 0; i < column.States.Length; i++)
            {
                if (column.States[i] != ValueState.Value || document.Withheld.Has(new ValueRef(column, i)))
                {
                    continue;
                }

                examined++;
                if (!limits.Contains(column.NumberAt(i)) && column.Variable.Possible.Contains(column.NumberAt(i)))
                {
                    var value = new ValueRef(column, i);
                    log.Add(Finding.OfValue(
                        Id, value, ("value", column.ValueAt(i).ToString()), LimitText.Of("min", column, limits.Min), LimitText.Of("max", column, limits.Max)));
                }
            }

            log.Examine(Id, examined);
        }
    }
}
