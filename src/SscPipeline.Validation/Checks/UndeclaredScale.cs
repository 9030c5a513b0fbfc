using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>Values of a column that has no unit of its own and that fit another scale than the canonical one.</summary>
internal static class UndeclaredScale
{
    /// <param name="factor">How many of the other scale make one of the canonical.</param>
    /// <param name="isOther">The value, in what the column is taken for, belongs to the other scale.</param>
    public static void Find(string check, string variable, DocumentView document, FindingLog log, decimal factor, Func<decimal, bool> isOther)
    {
        foreach (var column in document.Columns(variable).Where(column => column.Unit is null or { IsCanonical: true }))
        {
            for (var i = 0; i < column.States.Length; i++)
            {
                if (column.States[i] == ValueState.Value)
                {
                    log.Examine(check);
                    if (isOther(column.NumberAt(i)))
                    {
                        var value = new ValueRef(column, i);
                        log.Add(Finding.OfValue(check, value, ("value", value.Shown)).Suggesting(column.NumberAt(i) / factor));
                    }
                }
            }
        }
    }
}
