using System.Runtime.CompilerServices;

namespace SscPipeline.Domain.Workbooks;

/// <summary>The cells of one sheet without their columns. What is in many cells is kept once and named by a number; what does not repeat
/// lies apart, so that a sheet of nothing but different values needs no more than 16 bytes for each number.</summary>
internal sealed class CellStore
{
    /// <summary>Measured values have few digits, so that far more cells than this share theirs.</summary>
    private const int MostShared = 1 << 15;

    /// <summary>A score of 0 to 3 or a subject comes again soon; a look here is several times cheaper than one among all.</summary>
    private const int MostRecent = 256;

    private readonly CodeList codes = new();
    private readonly ChunkedList<Cell> shared = new();
    private readonly ChunkedList<double> numbers = new();
    private readonly ChunkedList<int> stylesOfNumbers = new();
    private readonly ChunkedList<Cell> others = new();
    private (Cell Cell, int Code)[] recent = [];
    private Dictionary<Cell, int>? known = new(SameCell.Instance);

    public int Count => codes.Count;

    public Cell this[int index]
    {
        get
        {
            var code = codes[index];
            if (code >= 0)
            {
                return shared[code];
            }

            var at = ~code >> 1;
            return (~code & 1) == 1 ? others[at] : shared[stylesOfNumbers[at]] with { Number = numbers[at] };
        }
    }

    /// <summary>The column is not kept.</summary>
    public void Add(Cell cell) => codes.Add(Code(cell with { Column = 0 }));

    /// <summary>Nothing more is added.</summary>
    public void Close() => (known, recent) = (null, []);

    private int Code(Cell cell)
    {
        if (codes.Count < MostRecent)
        {
            return Find(cell);
        }

        recent = recent.Length == 0 ? new (Cell, int)[MostRecent] : recent;
        ref var slot = ref recent[Slot(cell)];
        if (!IsSame(slot.Cell, cell))
        {
            slot = (cell, Find(cell));
        }

        return slot.Code;
    }

    private static int Slot(Cell cell)
    {
        var bits = cell.Text is null ? BitConverter.DoubleToUInt64Bits(cell.Number) : (ulong)RuntimeHelpers.GetHashCode(cell.Text);
        return (int)((bits * 0x9E37_79B9_7F4A_7C15) >> 56);
    }

    /// <summary>May say no of two cells with equal texts or formats in two objects.</summary>
    private static bool IsSame(in Cell one, in Cell other) =>
        one.Kind == other.Kind && BitConverter.DoubleToInt64Bits(one.Number) == BitConverter.DoubleToInt64Bits(other.Number) && one.IsFormula == other.IsFormula
        && ReferenceEquals(one.Text, other.Text) && ReferenceEquals(one.Format, other.Format);

    private int Find(Cell cell)
    {
        if (Shared(cell, MostShared) is { } code)
        {
            return code;
        }

        if (cell.Kind == CellKind.Number && cell.Text is null && Shared(cell with { Number = 0 }, MostShared * 2) is { } style)
        {
            numbers.Add(cell.Number);
            stylesOfNumbers.Add(style);
            return ~((numbers.Count - 1) << 1);
        }

        others.Add(cell);
        return ~(((others.Count - 1) << 1) | 1);
    }

    private int? Shared(Cell cell, int most)
    {
        if (known is null)
        {
            throw new InvalidOperationException("The sheet is finished.");
        }

        if (known.TryGetValue(cell, out var code))
        {
            return code;
        }

        if (shared.Count >= most)
        {
            return null;
        }

        shared.Add(cell);
        known.Add(cell, shared.Count - 1);
        return shared.Count - 1;
    }

    /// <remarks>A workbook has one object for each format. Without the format in the hash, thousands of formats would stand in one place.</remarks>
    private sealed class SameCell : IEqualityComparer<Cell>
    {
        public static SameCell Instance { get; } = new();

        public bool Equals(Cell x, Cell y) =>
            x.Kind == y.Kind && BitConverter.DoubleToInt64Bits(x.Number) == BitConverter.DoubleToInt64Bits(y.Number) && x.IsFormula == y.IsFormula
            && string.Equals(x.Text, y.Text, StringComparison.Ordinal) && ReferenceEquals(x.Format, y.Format);

        public int GetHashCode(Cell obj) => HashCode.Combine(
            obj.Kind, obj.Number, obj.Text is null ? 0 : string.GetHashCode(obj.Text, StringComparison.Ordinal), RuntimeHelpers.GetHashCode(obj.Format));
    }
}
