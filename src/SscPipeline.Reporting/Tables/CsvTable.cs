namespace SscPipeline.Reporting.Tables;

/// <summary>Builds a comma-separated file: UTF-8 without byte order mark, line feeds, quotes where needed (RFC 4180).</summary>
/// <remarks>A text that a spreadsheet would run as a formula gets an apostrophe in front; a number never does. So does one that begins like a
/// protected text, so that taking one apostrophe away from each of these gives back what was written.</remarks>
internal sealed class CsvTable
{
    private readonly FileBytes content = new();

    public CsvTable(params ReadOnlySpan<string> columns)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            Append(columns[i], isLast: i == columns.Length - 1);
        }
    }

    /// <summary>A row, or what is left of it. Numbers are written in full, dates as ISO 8601, null as an empty field.</summary>
    public CsvTable Add(params ReadOnlySpan<CsvField> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            Append(fields[i], isLast: i == fields.Length - 1);
        }

        return this;
    }

    /// <summary>Fields of a row that goes on.</summary>
    public CsvTable Begin(params ReadOnlySpan<CsvField> fields)
    {
        foreach (ref readonly var field in fields)
        {
            Append(field, isLast: false);
        }

        return this;
    }

    public ReportFile ToFile(string path) => new(path, "text/csv; charset=utf-8", content.ToArray());

    private void Append(CsvField field, bool isLast)
    {
        field.Write(content);
        content.Write(isLast ? (byte)'\n' : (byte)',');
    }
}
