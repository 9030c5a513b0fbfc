using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Export;

/// <summary>One row of a dataset by column name. Null is an empty field.</summary>
internal sealed class ExportRow(ExportSubject subject)
{
    private readonly Dictionary<string, CsvField> fields = new(StringComparer.Ordinal);

    public ExportSubject Subject { get; } = subject;

    public IEnumerable<string> Columns => fields.Keys;

    public CsvField this[string column]
    {
        get => fields.GetValueOrDefault(column);
        set => fields[column] = value;
    }

    public void SetSource(PlacedRow source)
    {
        this["SRCDOC"] = source.Document;
        this["SRCSHEET"] = source.Sheet;
        this["SRCROW"] = source.Row;
        this["SRCSUBM"] = source.Submission.Value;
    }

    /// <param name="cell">As in the outcome: it may name a sheet of its own, and then the row is not the source's. Null for a derived value.</param>
    public void SetSource(PlacedRow source, string? cell)
    {
        SetSource(source);
        var mark = cell?.LastIndexOf('!') ?? -1;
        this["SRCCELL"] = cell?[(mark + 1)..];
        if (mark > 0)
        {
            this["SRCSHEET"] = cell![..mark];
            this["SRCROW"] = default;
        }
    }
}
