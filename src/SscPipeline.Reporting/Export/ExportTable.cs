using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Export;

/// <summary>Collects the rows of one dataset, numbers them within their subject and writes them in the defined columns.</summary>
internal sealed class ExportTable(DatasetDefinition definition)
{
    private readonly List<ExportRow> rows = [];
    private readonly Dictionary<string, int> bySubject = new(StringComparer.Ordinal);

    public DatasetDefinition Definition { get; } = definition;

    /// <returns>A new row of the dataset, still without values.</returns>
    public ExportRow Add(ExportSubject subject)
    {
        var number = bySubject[subject.Id] = bySubject.GetValueOrDefault(subject.Id) + 1;
        var row = new ExportRow(subject) { ["STUDYID"] = subject.Study, ["DOMAIN"] = Definition.Name, ["USUBJID"] = subject.Id };
        if (Definition.Name != "DM")
        {
            row[$"{Definition.Name}SEQ"] = number;
        }

        rows.Add(row);
        return row;
    }

    public ExportedDataset ToDataset() => new(Definition.Name, Definition.File, Definition.Label, rows.Count, bySubject.Count);

    /// <exception cref="InvalidOperationException">A row has a value that the definition does not know.</exception>
    public ReportFile ToFile()
    {
        string[] columns = [.. Definition.Columns.Select(column => column.Name)];
        if (rows.SelectMany(row => row.Columns).Except(columns, StringComparer.Ordinal).FirstOrDefault() is { } stray)
        {
            throw new InvalidOperationException($"Column {stray} of {Definition.Name} is not described in export_variables.csv.");
        }

        var table = new CsvTable(columns);
        foreach (var row in rows)
        {
            table.Add([.. columns.Select(column => row[column])]);
        }

        return table.ToFile(Definition.File);
    }
}
