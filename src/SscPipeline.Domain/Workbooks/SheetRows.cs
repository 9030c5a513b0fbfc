using System.Collections;
using System.Runtime.CompilerServices;

namespace SscPipeline.Domain.Workbooks;

/// <summary>The non-blank rows of a sheet from top to bottom, packed: about four bytes a cell where values repeat.</summary>
[CollectionBuilder(typeof(SheetRows), nameof(Create))]
public sealed class SheetRows : IReadOnlyList<SheetRow>
{
    private readonly ChunkedList<RowPlace> places;
    private readonly CellStore cells;

    internal SheetRows(ChunkedList<RowPlace> places, CellStore cells) => (this.places, this.cells) = (places, cells);

    public int Length => places.Count;

    public bool IsEmpty => places.Count == 0;

    int IReadOnlyCollection<SheetRow>.Count => places.Count;

    public SheetRow this[int index] => new(this, index);

    public static SheetRows Create(ReadOnlySpan<SheetRow> rows)
    {
        var builder = new SheetRowsBuilder();
        foreach (var row in rows)
        {
            builder.Add(row.Number, [.. row.Cells], row.IsHidden);
        }

        return builder.Build();
    }

    /// <summary>The same cells; hidden are the rows with these numbers and no others.</summary>
    public SheetRows Hiding(IReadOnlySet<int> numbers)
    {
        var marked = new ChunkedList<RowPlace>();
        for (var i = 0; i < places.Count; i++)
        {
            marked.Add(new RowPlace(places[i].Number, places[i].Start, places[i].Columns, numbers.Contains(places[i].Number)));
        }

        return new SheetRows(marked, cells);
    }

    public IEnumerator<SheetRow> GetEnumerator()
    {
        for (var i = 0; i < places.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal RowPlace Place(int index) => places[index];

    internal Cell Cell(int index, int column) => cells[index] with { Column = column };
}
