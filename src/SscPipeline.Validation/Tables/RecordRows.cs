using System.Collections;

namespace SscPipeline.Validation.Tables;

/// <summary>The rows that speak of one record, in the order of the document.</summary>
/// <param name="first">Without a table when there is none.</param>
internal readonly struct RecordRows(TableRow first, List<TableRow>? others) : IReadOnlyList<TableRow>
{
    public int Count => first.Table is null ? 0 : 1 + (others?.Count ?? 0);

    public TableRow this[int index] => index == 0 && first.Table is not null ? first : others![index - 1];

    public IEnumerator<TableRow> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
