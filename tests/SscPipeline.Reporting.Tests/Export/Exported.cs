using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Export;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Tests.Export;

/// <summary>An export with its files as tables of text.</summary>
internal sealed class Exported
{
    private static readonly Dictionary<string, (string Unit, string Label)> Dictionary = ReadDictionary();

    public Exported(ImmutableArray<SiteData> sites, DateTimeOffset? asOf = null)
    {
        var choice = new ReferenceChoice();
        Sites = [.. sites.Select(site => site.WithRecomputed(choice))];
        Export = StudyExport.Write(new ExportInput(
            "Study", Sites, choice, variable => Dictionary.GetValueOrDefault(variable).Unit ?? "", variable => Dictionary.GetValueOrDefault(variable).Label ?? variable, "1", asOf));
        Rows = Export.Files
            .Where(file => file.Path.EndsWith(".csv", StringComparison.Ordinal))
            .ToDictionary(file => file.Path, file => CsvReader.Read(Encoding.UTF8.GetString(file.Content.Span)), StringComparer.Ordinal);
    }

    public ImmutableArray<SiteData> Sites { get; }

    public DataExport Export { get; }

    public Dictionary<string, List<Dictionary<string, string>>> Rows { get; }

    public string Text(string path) => Encoding.UTF8.GetString(Export.Files.Single(file => file.Path == path).Content.Span);

    private static Dictionary<string, (string, string)> ReadDictionary([CallerFilePath] string caller = "")
    {
        var file = Path.Combine(
            Path.GetDirectoryName(caller)!, "..", "..", "..", "src", "SscPipeline.Validation", "Dictionary", "dictionary.csv");
        return CsvReader.Read(File.ReadAllText(file)).ToDictionary(line => line["variable"], line => (line["unit"], line["label"]), StringComparer.Ordinal);
    }
}
