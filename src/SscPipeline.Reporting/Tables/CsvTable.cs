using System.Globalization;
using System.Text;

namespace SscPipeline.Reporting.Tables;

/// <summary>Builds a comma-separated file: UTF-8 without byte order mark, line feeds, quotes where needed (RFC 4180).</summary>
/// <remarks>A text that a spreadsheet would run as a formula gets an apostrophe in front; a number never does. So does one that begins like a
/// protected text, so that taking one apostrophe away from each of these gives back what was written.</remarks>
internal sealed class CsvTable
{
    /// <summary>Room for any number; a longer one would get more.</summary>
    private const int NumberLength = 64;

    private readonly FileBytes content = new();

    public CsvTable(params ReadOnlySpan<string> columns) => Add([.. columns]);

    /// <summary>Numbers are written in full, dates as ISO 8601, null as an empty field.</summary>
    public CsvTable Add(params ReadOnlySpan<object?> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            Append(fields[i]);
            content.Write(i < fields.Length - 1 ? (byte)',' : (byte)'\n');
        }

        return this;
    }

    public ReportFile ToFile(string path) => new(path, "text/csv; charset=utf-8", content.ToArray());

    private void Append(object? field)
    {
        switch (field)
        {
            case null:
                break;
            case string typed:
                Encoding.UTF8.GetBytes(Quoted(WithoutFormula(typed)), content);
                break;
            case DateTimeOffset time:
                Append(time.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss'Z'");
                break;
            case IUtf8SpanFormattable number:
                Append(number, "");
                break;
            default:
                throw new ArgumentException($"A field of type {field.GetType().Name} has no form in a CSV file.", nameof(field));
        }
    }

    private void Append(IUtf8SpanFormattable value, string format)
    {
        int written;
        for (var room = NumberLength; !value.TryFormat(content.GetSpan(room), out written, format, CultureInfo.InvariantCulture); room *= 2)
        {
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
