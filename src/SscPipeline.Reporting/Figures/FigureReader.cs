using System.Text;
using MemoryPack;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Figures;

/// <summary>Reads what <see cref="FigureWriter"/> wrote.</summary>
/// <remarks>What ends too early fails with <see cref="IndexOutOfRangeException"/> or <see cref="ArgumentOutOfRangeException"/>.</remarks>
internal ref struct FigureReader(ReadOnlyMemory<byte> content)
{
    /// <summary>Most texts are codes of one letter, the same for all subjects of a study.</summary>
    private static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(letter => ((char)letter).ToString())];

    private readonly ReadOnlyMemory<byte> content = content;
    private readonly ReadOnlySpan<byte> bytes = content.Span;
    private int at;

    public long Whole()
    {
        var (value, shift) = (0UL, 0);
        byte next;
        do
        {
            next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);

        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public int Count() => checked((int)Whole());

    public byte Byte() => bytes[at++];

    public string? Text()
    {
        var length = Count();
        if (length < 0)
        {
            return null;
        }

        at += length;
        return length == 1 && bytes[at - 1] < Letters.Length ? Letters[bytes[at - 1]] : Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }

    public int? Day() => Byte() == FigureWriter.NoValue ? null : Count();

    public decimal? Number()
    {
        var scale = Byte();
        if (scale == FigureWriter.NoValue)
        {
            return null;
        }

        if (scale == FigureWriter.InFull)
        {
            return new decimal([Count(), Count(), Count(), Count()]);
        }

        return Digits.Number(Whole(), scale);
    }

    public FigureColumn? Column(int rows)
    {
        var scale = Byte();
        if (scale == FigureWriter.NoValue)
        {
            return null;
        }

        var width = Byte();
        if (scale > FigureColumn.MostPlaces || width is not (sizeof(sbyte) or sizeof(short) or sizeof(int) or sizeof(long)))
        {
            throw new ArgumentException($"No column has {scale} decimal places and values of {width} bytes.");
        }

        at += checked(rows * width);
        return new FigureColumn(scale, width, content[(at - (rows * width))..at]);
    }

    public T? Packed<T>()
    {
        var length = Count();
        at += length;
        return MemoryPackSerializer.Deserialize<T>(bytes.Slice(at - length, length));
    }

    public OutcomeValue? Value() => Byte() switch
    {
        0 => null,
        1 => OutcomeValue.Of(Number() ?? 0),
        2 => OutcomeValue.Of(DateOnly.FromDayNumber(Count())),
        _ => OutcomeValue.Of(Text() ?? ""),
    };
}
