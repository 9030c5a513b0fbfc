using System.Globalization;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Csv;

/// <summary>Splits a text table into values as Excel does: a quotation mark counts at the start of a value only, two of them inside
/// a quoted value are one, and what follows the closing one is taken as it is.</summary>
internal sealed class CsvTokens(TextReader text, char separator, ReadingMeter meter)
{
    private readonly char[] _buffer = new char[16_384];
    private readonly char[] _value = new char[meter.Limits.CellCharacters + 1];
    private int _at;
    private int _end;
    private int _length;
    private bool _skipLineFeed;

    /// <summary>The row of the value last read as Excel numbers it: blank lines count, line breaks inside quotes do not.</summary>
    public int Row { get; private set; } = 1;

    /// <summary>The column of the value last read; 1 is A.</summary>
    public int Column { get; private set; }

    /// <summary>The value ends its row.</summary>
    public bool EndsRow { get; private set; }

    public ReadOnlySpan<char> Value => _value.AsSpan(0, _length);

    /// <summary>Reads the next value, which may be blank; false at the end of the text.</summary>
    public bool Read()
    {
        if (EndsRow)
        {
            Row++;
            Column = 0;
        }

        _length = 0;
        EndsRow = false;
        if (Column == 0 && Peek() < 0)
        {
            return false;
        }

        Column++;
        if (Peek() == '"')
        {
            _at++;
            ReadQuoted();
        }

        ReadBare();
        return true;
    }

    private void ReadQuoted()
    {
        while (true)
        {
            var next = Take();
            if (next < 0)
            {
                throw UnreadableWorkbookException.Damaged(
                    string.Create(CultureInfo.InvariantCulture, $"a text table in which a quotation mark, opened in row {Row}, is never closed"));
            }

            if (next == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                _at++;
            }

            Append((char)next);
        }
    }

    private void ReadBare()
    {
        while (true)
        {
            var next = Take();
            if (next is < 0 or '\r' or '\n')
            {
                _skipLineFeed = next == '\r';
                EndsRow = true;
                return;
            }

            if (next == separator)
            {
                return;
            }

            Append((char)next);
        }
    }

    private void Append(char one)
    {
        _value[_length] = one;
        meter.CheckLength(++_length);
    }

    private int Take()
    {
        var next = Peek();
        _at++;
        return next;
    }

    private int Peek()
    {
        while (true)
        {
            if (_at >= _end && !Fill())
            {
                return -1;
            }

            if (!_skipLineFeed || _buffer[_at] != '\n')
            {
                _skipLineFeed = false;
                return _buffer[_at];
            }

            _skipLineFeed = false;
            _at++;
        }
    }

    private bool Fill()
    {
        meter.CheckTime();
        _at = 0;
        _end = text.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
