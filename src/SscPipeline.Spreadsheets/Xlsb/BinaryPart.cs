using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsb;

/// <summary>The records of one binary part ([MS-XLSB] 2.1.4): a number, a length, the bytes. Values are taken from the current record in order.</summary>
internal sealed class BinaryPart(Stream content, ReadingMeter meter) : IDisposable
{
    private const int LongestRecord = 16 * 1024 * 1024;
    private readonly BufferedStream _content = new(content, 65_536);
    private byte[] _body = new byte[512];
    private int _length;
    private int _at;

    public int Type { get; private set; }

    /// <exception cref="InvalidDataException">The record is longer than any that Excel writes.</exception>
    /// <exception cref="EndOfStreamException">The part ends inside the record.</exception>
    public bool Read()
    {
        if (ReadPacked(2) is not { } type)
        {
            return false;
        }

        Type = type;
        _at = 0;
        _length = ReadPacked(4) ?? throw new EndOfStreamException();
        if (_length > LongestRecord)
        {
            throw new InvalidDataException("A record is impossibly long.");
        }

        if (_length > _body.Length)
        {
            _body = new byte[_length];
        }

        _content.ReadExactly(_body, 0, _length);
        return true;
    }

    public void Skip(int bytes) => Take(bytes);

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>A text with its length before it; a length of all ones is an absent text.</summary>
    public ReadOnlySpan<char> Text()
    {
        var length = UInt32();
        if (length == uint.MaxValue)
        {
            return [];
        }

        meter.CheckLength((int)Math.Min(length, int.MaxValue));
        return MemoryMarshal.Cast<byte, char>(Take((int)length * 2));
    }

    public void Dispose() => _content.Dispose();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _length - _at)
        {
            throw new InvalidDataException("A record is shorter than its content.");
        }

        _at += count;
        return _body.AsSpan(_at - count, count);
    }

    /// <summary>Seven bits a byte, lowest first; the eighth says that more follow.</summary>
    private int? ReadPacked(int mostBytes)
    {
        var number = 0;
        for (var i = 0; i < mostBytes; i++)
        {
            var next = _content.ReadByte();
            if (next < 0)
            {
                return null;
            }

            number |= (next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                break;
            }
        }

        return number;
    }
}
