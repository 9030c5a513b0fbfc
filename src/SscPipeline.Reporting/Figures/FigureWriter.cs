using System.Buffers;
using System.Text;
using MemoryPack;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Figures;

/// <summary>Numbers and texts as few bytes: whole numbers seven bits a byte, decimals as their digits and their scale, columns as they are in memory.</summary>
internal sealed class FigureWriter
{
    internal const byte NoValue = 255;
    internal const byte InFull = 254;

    private readonly ArrayBufferWriter<byte> output = new(65_536);

    public ReadOnlyMemory<byte> Written => output.WrittenMemory;

    public void Whole(long value)
    {
        // Zigzag: small numbers of either sign take one byte.
        var rest = (ulong)(value << 1) ^ (ulong)(value >> 63);
        var span = output.GetSpan(10);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            span[length++] = (byte)(rest | 0x80);
        }

        span[length++] = (byte)rest;
        output.Advance(length);
    }

    public void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    /// <summary>Null and empty stay apart.</summary>
    public void Text(string? text)
    {
        Whole(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        output.Advance(text is null ? 0 : Encoding.UTF8.GetBytes(text, output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    public void Day(int? day)
    {
        Byte(day is null ? NoValue : (byte)0);
        if (day is { } known)
        {
            Whole(known);
        }
    }

    public void Number(decimal? number)
    {
        Span<int> bits = stackalloc int[4];
        if (number is not { } value)
        {
            Byte(NoValue);
            return;
        }

        decimal.GetBits(value, bits);
        var digits = (long)((ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        if (bits[2] == 0 && digits >= 0)
        {
            Byte(value.Scale);
            Whole(bits[3] < 0 ? -digits : digits);
            return;
        }

        Byte(InFull);
        foreach (var part in bits)
        {
            Whole(part);
        }
    }

    /// <summary>Its scale, the width of its values, and these as <see cref="ColumnDigits"/> reads them.</summary>
    public void Column(FigureColumn? column)
    {
        if (column is null)
        {
            Byte(NoValue);
            return;
        }

        var digits = column.Digits;
        var width = digits.NarrowestWidth();
        Byte((byte)column.Scale);
        Byte((byte)width);
        var place = output.GetSpan(digits.Length * width);
        for (var row = 0; row < digits.Length; row++)
        {
            ColumnDigits.Write(place, width, row, digits[row]);
        }

        output.Advance(digits.Length * width);
    }

    /// <summary>As MemoryPack writes it, its length before it.</summary>
    public void Packed<T>(T? value)
    {
        var bytes = MemoryPackSerializer.Serialize(value);
        Whole(bytes.Length);
        output.Write(bytes);
    }

    public void Value(OutcomeValue? value)
    {
        Byte(value switch { null => 0, { Number: not null } => 1, { Date: not null } => 2, _ => 3 });
        if (value is { Number: { } number })
        {
            Number(number);
        }
        else if (value is { Date: { } date })
        {
            Whole(date.DayNumber);
        }
        else if (value is { } text)
        {
            Text(text.Text ?? "");
        }
    }
}
