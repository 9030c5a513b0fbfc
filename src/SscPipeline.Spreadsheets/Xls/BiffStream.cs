using System.Buffers.Binary;
using System.Text;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xls;

/// <summary>The records of a BIFF stream ([MS-XLS] 2.1.4). Values are taken from the current record in order; where it ends, they go on
/// in the <c>Continue</c> records behind it.</summary>
internal sealed class BiffStream(byte[] bytes, ReadingMeter meter)
{
    private const int HeaderLength = 4;
    private readonly StringBuilder _text = new();
    private int _at;
    private int _end;

    public int Type { get; private set; }

    public bool IsBiff8 { get; set; } = true;

    /// <summary>For the one-byte texts of BIFF 5.</summary>
    public Encoding CodePage { get; set; } = Encoding.Latin1;

    /// <summary>Bytes left of the current record, without what continues it.</summary>
    public int Left => _end - _at;

    public void MoveTo(long position)
    {
        if (position < 0 || position > bytes.Length)
        {
            throw new InvalidDataException("A sheet lies outside the workbook.");
        }

        _end = (int)position;
    }

    /// <summary>Moves to the next record that continues no other; false at the end of the stream.</summary>
    public bool Read()
    {
        do
        {
            if (!Enter())
            {
                return false;
            }
        }
        while (Type == BiffRecord.Continue);
        return true;
    }

    public byte Byte()
    {
        if (_at >= _end)
        {
            EnterContinuation();
        }

        return bytes[_at++];
    }

    public int UInt16() => _end - _at >= 2 ? BinaryPrimitives.ReadUInt16LittleEndian(Take(2)) : Byte() | (Byte() << 8);

    public uint UInt32() => (uint)UInt16() | ((uint)UInt16() << 16);

    /// <summary>Never continued: numbers stand in short records.</summary>
    public ReadOnlySpan<byte> Bytes(int count) => _end - _at >= count ? Take(count) : throw new InvalidDataException("A record is too short.");

    public void Skip(long count)
    {
        while (count > 0)
        {
            if (_at >= _end)
            {
                EnterContinuation();
            }

            var step = (int)Math.Min(count, _end - _at);
            _at += step;
            count -= step;
        }
    }

    /// <summary>A text with its length before it, of one or two bytes; runs of formatting and readings behind it are skipped.</summary>
    public string Text(int lengthBytes)
    {
        var length = lengthBytes == 1 ? Byte() : UInt16();
        meter.CheckLength(length);
        if (!IsBiff8)
        {
            return length == 0 ? "" : CodePage.GetString(Bytes(length));
        }

        if (length == 0 && _at >= _end)
        {
            return "";
        }

        var flags = Byte();
        var runs = (flags & 8) != 0 ? UInt16() : 0;
        var extra = (flags & 4) != 0 ? UInt32() : 0;
        var text = Characters(length, isWide: (flags & 1) != 0);
        Skip((runs * 4L) + extra);
        return text;
    }

    /// <summary>Characters of BIFF 8. Each continuation begins with a byte that says anew whether they are wide.</summary>
    public string Characters(int count, bool isWide)
    {
        _text.Clear();
        while (_text.Length < count)
        {
            if (_at >= _end)
            {
                EnterContinuation();
                isWide = (Byte() & 1) != 0;
            }

            _text.Append(isWide ? (char)UInt16() : (char)Byte());
        }

        return _text.ToString();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        _at += count;
        return bytes.AsSpan(_at - count, count);
    }

    private void EnterContinuation()
    {
        do
        {
            var type = Type;
            if (!Enter() || Type != BiffRecord.Continue)
            {
                throw new InvalidDataException("A record ends too early.");
            }

            Type = type;
        }
        while (_at >= _end);
    }

    /// <summary>Some programs pad the end of the stream with zeros; a record that leaves the stream is damage.</summary>
    private bool Enter()
    {
        if (_end + HeaderLength > bytes.Length)
        {
            return false;
        }

        meter.CountRecord();
        Type = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(_end));
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(_end + 2));
        _at = _end + HeaderLength;
        _end = _at + length;
        return _end <= bytes.Length ? true : throw new InvalidDataException("A record leaves the stream.");
    }
}
