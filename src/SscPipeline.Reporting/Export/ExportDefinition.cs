using System.Collections.Immutable;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Export;

/// <summary>What is exported and how it is called: <c>export_*.csv</c>. Datasets are written from this and described by it.</summary>
internal static class ExportDefinition
{
    public static ImmutableArray<TestDefinition> Tests { get; } =
    [
        .. Read("export_tests.csv").Select(line => new TestDefinition(
            line["dataset"], line["testcd"], line["test"], line["category"], line["variable"], line["origin"], line["method"])),
    ];

    public static ImmutableArray<TermDefinition> Terms { get; } =
        [.. Read("export_terms.csv").Select(line => new TermDefinition(line["list"], line["code"], line["term"], line["note"]))];

    /// <summary>Columns of the tidy files that are no variables of the dictionary.</summary>
    public static ImmutableArray<(string File, DefinedVariable Column)> TidyColumns { get; } =
        [.. Read("export_tidy.csv").Select(line => (line["file"], new DefinedVariable(line["column"], line["label"], line["unit"])))];

    public static ImmutableArray<DatasetDefinition> Datasets { get; } = ReadDatasets();

    public static DatasetDefinition Dataset(string name) => Datasets.Single(dataset => dataset.Name == name);

    /// <summary>The term of a stored code; a code that the list does not know in capitals; null for null.</summary>
    public static string? Term(string list, string? code) => code is null
        ? null
        : Terms.FirstOrDefault(term => term.List == list && term.Code == code)?.Term ?? code.ToUpperInvariant();

    private static ImmutableArray<DatasetDefinition> ReadDatasets()
    {
        var columns = Read("export_variables.csv");
        return
        [
            .. Read("export_datasets.csv").Select(line => new DatasetDefinition(
                line["dataset"], line["file"], line["label"], line["class"], line["structure"], [.. line["keys"].Split('|')], line["note"],
                [.. columns.Where(column => column["datasets"].Split('|').Contains(line["dataset"])).Select(column => Column(column, line["dataset"]))])),
        ];
    }

    /// <summary>Two hyphens stand for the dataset's name: <c>--TESTCD</c> is <c>RSTESTCD</c>.</summary>
    private static ColumnDefinition Column(Dictionary<string, string> line, string dataset)
    {
        return new ColumnDefinition(
            Own("variable"), line["label"], line["type"], line["core"], Own("unit"), line["codelist"], line["origin"], Own("source"), line["method"]);

        string Own(string field) => line[field].Replace("--", dataset, StringComparison.Ordinal);
    }

    private static List<Dictionary<string, string>> Read(string name)
    {
        using var stream = typeof(ExportDefinition).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        return CsvReader.Read(new StreamReader(stream).ReadToEnd());
    }
}
