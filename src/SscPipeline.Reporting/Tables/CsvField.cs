using System.Buffers;
using System.Globalization;
using System.Text;

namespace SscPipeline.Reporting.Tables;

/// <summary>One field of a row: a text, a number, a time, or nothing. Numbers are no objects: the tables of a large study have a million of them.</summary>
internal readonly struct CsvField
{
    /// <summary>Room for any number or time.</summary>
    private const int Length = 64;

    private readonly Kind kind;
    private readonly string? text;
    private readonly double real;
    private readonly long whole;

    /// <summary>Null is nothing, an empty text is one.</summary>
    public bool IsNothing => kind == Kind.Nothing;

    private CsvField(Kind kind, string? text = null, double real = 0, long whole = 0) => (this.kind, this.text, this.real, this.whole) = (kind, text, real, whole);

    private enum Kind
    {
        Nothing,
        Text,
        Real,
        Whole,
        Time,
        Exact,
    }

    public static implicit operator CsvField(string? text) => text is null ? default : new(Kind.Text, text);

    public static implicit operator CsvField(int number) => new(Kind.Whole, whole: number);

    public static implicit operator CsvField(int? number) => number is { } there ? there : default(CsvField);

    public static implicit operator CsvField(double number) => new(Kind.Real, real: number);

    public static implicit operator CsvField(double? number) => number is { } there ? there : default(CsvField);

    public static implicit operator CsvField(decimal? number) => number is { } there ? new(Kind.Exact, there.ToString(CultureInfo.InvariantCulture)) : default;

    public static implicit operator CsvField(DateTimeOffset? time) => time is { } there ? new(Kind.Time, whole: there.UtcTicks) : default;

    /// <summary>Numbers in full, times as ISO 8601 to the second.</summary>
    public void Write(IBufferWriter<byte> content)
    {
        var written = 0;
        switch (kind)
        {
            case Kind.Text:
                Encoding.UTF8.GetBytes(Quoted(WithoutFormula(text!)), content);
                break;
            case Kind.Exact:
                Encoding.UTF8.GetBytes(text!, content);
                break;
            case Kind.Real:
                real.TryFormat(content.GetSpan(Length), out written, default, CultureInfo.InvariantCulture);
                break;
            case Kind.Whole:
                whole.TryFormat(content.GetSpan(Length), out written, default, CultureInfo.InvariantCulture);
                break;
            case Kind.Time:
                new DateTime(whole).TryFormat(content.GetSpan(Length), out written, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                break;
        }

        content.Advance(written);
    }

    private static string WithoutFormula(string typed) =>
        typed.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]
        && !decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? $"'{typed}"
            : typed;

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
