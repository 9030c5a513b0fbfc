using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Tests.Telemetry;

/// <summary>What README says of traces and metrics, and what the host is told, is what there is.</summary>
public sealed partial class DocumentedNamesTests
{
    [Fact]
    public void The_table_Telemetry_in_README_names_every_span_and_every_instrument_with_its_kind_and_unit()
    {
        using var study = new MemoryStudy();
        using var told = new Told(study);
        var spans = typeof(SpanNames).GetFields().Select(field => (string)field.GetValue(null)!);
        var instruments = told.Instruments.Select(instrument => (instrument.Name, Kind: $"{instrument.GetType().Name.Split('`')[0].ToLowerInvariant()}{(instrument.Unit is ['{', ..] ? "" : $", {instrument.Unit}")}"));
        var rows = Rows();

        Assert.Equal(spans.Order(StringComparer.Ordinal), rows.Where(row => row.Kind is "trace" or "spans").Select(row => row.Name).Order(StringComparer.Ordinal));
        Assert.Equal(instruments.Order(), rows.Where(row => row.Kind is not ("trace" or "spans")).Order());
        Assert.All(told.Instruments, instrument => Assert.NotEmpty(instrument.Description!));
    }

    [Fact]
    public void The_host_speaks_OpenTelemetry_and_keeps_the_paths_of_blobs_out_of_its_log()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "src", "SscPipeline.Functions", "host.json")));
        var levels = host.RootElement.GetProperty("logging").GetProperty("logLevel");

        Assert.Equal("OpenTelemetry", host.RootElement.GetProperty("telemetryMode").GetString());
        Assert.Equal("Warning", levels.GetProperty("Function").GetString());
        Assert.Equal("Information", levels.GetProperty("Function.*.User").GetString());
    }

    /// <summary>A line may name several spans.</summary>
    private static List<(string Name, string Kind)> Rows() =>
    [
        .. from line in File.ReadLines(Path.Combine(Root(), "README.md")).SkipWhile(line => line != "### Telemetry").Skip(1).TakeWhile(line => !line.StartsWith('#'))
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           where cells.Length > 3 && cells[1].StartsWith('`')
           from Match name in Name().Matches(cells[1])
           select (name.Groups[1].Value, cells[2]),
    ];

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    [GeneratedRegex("`([a-z.]+)`")]
    private static partial Regex Name();
}
