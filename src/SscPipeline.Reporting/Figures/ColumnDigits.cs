using System.Buffers.Binary;

namespace SscPipeline.Reporting.Figures;

/// <summary>Whole numbers side by side, each as many bytes wide as the largest of them needs.</summary>
/// <param name="bytes">The lower byte first; the smallest number of a width stands for no value.</param>
/// <param name="width">1, 2, 4 or 8 bytes.</param>
internal readonly ref struct ColumnDigits(ReadOnlySpan<byte> bytes, int width)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Length => bytes.Length / width;

    /// <summary><see cref="FigureColumn.None"/> where there is no value.</summary>
    public long this[int row] => width switch
    {
        sizeof(sbyte) => (sbyte)bytes[row] is > sbyte.MinValue and var digits ? digits : FigureColumn.None,
        sizeof(short) => BinaryPrimitives.ReadInt16LittleEndian(At(row)) is > short.MinValue and var digits ? digits : FigureColumn.None,
        sizeof(int) => BinaryPrimitives.ReadInt32LittleEndian(At(row)) is > int.MinValue and var digits ? digits : FigureColumn.None,
        _ => BinaryPrimitives.ReadInt64LittleEndian(At(row)),
    };

    /// <summary>Of the narrowest column that holds all of these numbers.</summary>
    public int NarrowestWidth()
    {
        var largest = 0L;
        for (var row = 0; row < Length; row++)
        {
            largest = Math.Max(largest, this[row] == FigureColumn.None ? 0 : Math.Abs(this[row]));
        }

        return largest switch { <= sbyte.MaxValue => sizeof(sbyte), <= short.MaxValue => sizeof(short), <= int.MaxValue => sizeof(int), _ => sizeof(long) };
    }

    public static void Write(Span<byte> bytes, int width, int row, long digits)
    {
        var place = bytes.Slice(row * width, width);
        switch (width)
        {
            case sizeof(sbyte):
                place[0] = (byte)(digits == FigureColumn.None ? sbyte.MinValue : (sbyte)digits);
                break;
            case sizeof(short):
                BinaryPrimitives.WriteInt16LittleEndian(place, digits == FigureColumn.None ? short.MinValue : (short)digits);
                break;
            case sizeof(int):
                BinaryPrimitives.WriteInt32LittleEndian(place, digits == FigureColumn.None ? int.MinValue : (int)digits);
                break;
            default:
                BinaryPrimitives.WriteInt64LittleEndian(place, digits);
                break;
        }
    }

    private ReadOnlySpan<byte> At(int row) => bytes.Slice(row * width, width);
}
