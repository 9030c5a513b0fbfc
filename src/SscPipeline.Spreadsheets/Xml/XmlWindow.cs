using System.Buffers;
using System.Text.Unicode;
using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>The piece of a UTF-8 stream that is being looked at; it moves forward and grows only for a tag that is longer.</summary>
internal sealed class XmlWindow(Stream content) : IDisposable
{
    private const int Size = 1 << 15;
    private const int LongestCharacter = 4;

    private static readonly SearchValues<byte> Forbidden =
        SearchValues.Create([.. Enumerable.Range(1, 0x1F).Select(code => (byte)code).Where(code => code is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))]);

    private byte[] _bytes = new byte[Size];
    private int _filled;
    private int _valid;

    public int Position { get; private set; }

    /// <summary>Whole characters that have been read and not passed.</summary>
    public ReadOnlySpan<byte> Rest => _bytes.AsSpan(Position, _valid - Position);

    /// <summary>Of what was passed since the last <see cref="More"/>, too.</summary>
    public ReadOnlySpan<byte> this[int start, int length] => _bytes.AsSpan(start, length);

    public void Pass(int bytes) => Position += bytes;

    /// <summary>Reads on; what lies before <see cref="Position"/> is gone then. False at the end of the content.</summary>
    /// <exception cref="XmlException">The bytes are no UTF-8.</exception>
    public bool More()
    {
        var kept = _filled - Position;
        if (kept > _bytes.Length / 2)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        _bytes.AsSpan(Position, kept).CopyTo(_bytes);
        (Position, _valid, _filled) = (0, _valid - Position, kept);
        var before = _valid;
        while (_valid == before)
        {
            var read = content.Read(_bytes, _filled, _bytes.Length - _filled);
            if (read == 0)
            {
                return _filled == _valid ? false : throw new XmlException("The text ends within a character.");
            }

            _filled += read;
            _valid += WholeCharacters(_bytes.AsSpan(_valid, _filled - _valid));
        }

        return true;
    }

    /// <summary>At least so many bytes.</summary>
    /// <exception cref="XmlException">There are fewer.</exception>
    public ReadOnlySpan<byte> Need(int bytes)
    {
        while (Rest.Length < bytes)
        {
            if (!More())
            {
                throw new XmlException("The content breaks off.");
            }
        }

        return Rest;
    }

    public bool StartsWith(ReadOnlySpan<byte> mark)
    {
        while (Rest.Length < mark.Length && mark.StartsWith(Rest) && More())
        {
        }

        return Rest.StartsWith(mark);
    }

    /// <exception cref="XmlException">The end does not come.</exception>
    public void PassUntil(ReadOnlySpan<byte> end)
    {
        int at;
        while ((at = Rest.IndexOf(end)) < 0)
        {
            Pass(Math.Max(0, Rest.Length - end.Length + 1));
            Need(Rest.Length + 1);
        }

        Pass(at + end.Length);
    }

    public void Dispose() => content.Dispose();

    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny(Forbidden) >= 0)
        {
            throw new XmlException("The text holds a control character.");
        }

        if (Utf8.IsValid(bytes))
        {
            return bytes.Length;
        }

        // The last character may go on in what is read next.
        var start = bytes.Length - 1;
        while (start > 0 && bytes.Length - start < LongestCharacter && (bytes[start] & 0xC0) == 0x80)
        {
            start--;
        }

        return bytes[start] >= 0xC0 && Utf8.IsValid(bytes[..start]) ? start : throw new XmlException("The text is no UTF-8.");
    }
}
