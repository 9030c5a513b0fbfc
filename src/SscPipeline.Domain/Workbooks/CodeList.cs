namespace SscPipeline.Domain.Workbooks;

/// <summary>Numbers, two bytes each in pieces of which all are small, four in others.</summary>
internal sealed class CodeList
{
    private const int Bits = 11;
    private const int Size = 1 << Bits;
    private const int Smallest = 64;

    private readonly List<ushort[]> narrow = [];
    private readonly Dictionary<int, int[]> wide = [];

    public int Count { get; private set; }

    public int this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var piece = narrow[index >> Bits];
            return piece.Length > 0 ? piece[index & (Size - 1)] : wide[index >> Bits][index & (Size - 1)];
        }
    }

    public void Add(int code)
    {
        var (piece, at) = (Count >> Bits, Count & (Size - 1));
        if (at == 0)
        {
            narrow.Add(new ushort[piece == 0 ? Smallest : Size]);
        }

        if (narrow[piece].Length > 0 && code is < 0 or > ushort.MaxValue)
        {
            wide.Add(piece, Widened(narrow[piece].AsSpan(0, at)));
            narrow[piece] = [];
        }

        if (narrow[piece].Length == 0)
        {
            wide[piece][at] = code;
        }
        else
        {
            if (at == narrow[piece].Length)
            {
                narrow[piece] = Resized(narrow[piece]);
            }

            narrow[piece][at] = (ushort)code;
        }

        Count++;
    }

    private static ushort[] Resized(ushort[] piece)
    {
        Array.Resize(ref piece, piece.Length * 2);
        return piece;
    }

    private static int[] Widened(ReadOnlySpan<ushort> piece)
    {
        var codes = new int[Size];
        for (var i = 0; i < piece.Length; i++)
        {
            codes[i] = piece[i];
        }

        return codes;
    }
}
