using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SscPipeline.Validation.Dictionary;

/// <summary>One of the embedded CSV files: lines by heading.</summary>
internal sealed class CsvTable
{
    private CsvTable(string name, string hash, ImmutableArray<CsvLine> lines) => (Name, Hash, Lines) = (name, hash, lines);

    public string Name { get; }

    /// <summary>SHA-256 of the text, lower-case hex.</summary>
    public string Hash { get; }

    public ImmutableArray<CsvLine> Lines { get; }

    /// <exception cref="InvalidOperationException">There is no such resource.</exception>
    public static CsvTable Load(string name)
    {
        using var stream = typeof(CsvTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The catalogue '{name}' is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(name, reader.ReadToEnd());
    }

    /// <exception cref="InvalidOperationException">A line has more or fewer cells than the heading.</exception>
    public static CsvTable Parse(string name, string text)
    {
        var records = CsvText.Split(text);
        if (records.Count == 0)
        {
            throw new InvalidOperationException($"The catalogue '{name}' is empty.");
        }

        var columns = records[0].Cells.Index().ToDictionary(heading => heading.Item, heading => heading.Index, StringComparer.Ordinal);
        return new CsvTable(
            name,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            [
                .. records.Skip(1).Select(record => record.Cells.Length == columns.Count
                    ? new CsvLine($"{name}, line {record.Line}", columns, record.Cells)
                    : throw new InvalidOperationException($"{name}, line {record.Line}: {record.Cells.Length} cells instead of {columns.Count}.")),
            ]);
    }
}
