using System.Runtime.InteropServices;

namespace SscPipeline.Domain.Workbooks;

/// <summary>Packs rows as they are read.</summary>
public sealed class SheetRowsBuilder
{
    private readonly ChunkedList<RowPlace> places = new();
    private readonly CellStore cells = new();
    private readonly HashSet<int[]> shapes;
    private readonly HashSet<int[]>.AlternateLookup<ReadOnlySpan<int>> shapeOf;
    private readonly List<int> columns = [];

    public SheetRowsBuilder()
    {
        shapes = new(new ColumnsComparer());
        shapeOf = shapes.GetAlternateLookup<ReadOnlySpan<int>>();
    }

    /// <param name="number">Higher than those before.</param>
    /// <param name="row">Its non-blank cells by rising column.</param>
    /// <param name="isHidden">Hidden by hand or by a filter.</param>
    public void Add(int number, ReadOnlySpan<Cell> row, bool isHidden)
    {
        var start = cells.Count;
        columns.Clear();
        foreach (var cell in row)
        {
            columns.Add(cell.Column);
            cells.Add(cell);
        }

        places.Add(new RowPlace(number, start, Shape(), isHidden));
    }

    /// <summary>To be called once.</summary>
    public SheetRows Build()
    {
        cells.Close();
        return new SheetRows(places, cells);
    }

    private int[] Shape()
    {
        var filled = CollectionsMarshal.AsSpan(columns);
        if (!shapeOf.TryGetValue(filled, out var shape))
        {
            shape = filled.ToArray();
            shapes.Add(shape);
        }

        return shape;
    }

    private sealed class ColumnsComparer : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}
