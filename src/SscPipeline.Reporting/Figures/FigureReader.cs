using System.Text;
using MemoryPack;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Figures;

/// <summary>Reads what <see cref="FigureWriter"/> wrote.</summary>
/// <remarks>What ends too early fails with <see cref="IndexOutOfRangeException"/> or <see cref="ArgumentOutOfRangeException"/>.</remarks>
internal ref struct FigureReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
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
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
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

        var digits = new long[rows];
        for (var row = 0; row < rows; row++)
        {
            digits[row] = Whole() switch { 0 => FigureColumn.None, > 0 and var more => more - 1, var less => less };
        }

        return scale <= FigureColumn.MostPlaces ? new FigureColumn(scale, digits) : throw new ArgumentOutOfRangeException(nameof(rows), "No column has so many decimal places.");
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
