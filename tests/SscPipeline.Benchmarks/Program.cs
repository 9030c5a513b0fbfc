using System.Globalization;
using System.Text.Json;
using SscPipeline.Benchmarks;

Dictionary<string, Func<string, Measurement>> benchmarks = new(StringComparer.Ordinal)
{
    ["check"] = CheckBenchmark.Run,
    ["memory"] = MemoryBenchmark.Run,
    ["store"] = StoreBenchmark.Run,
    ["publish"] = PublishBenchmark.All,
    ["publish-one"] = PublishBenchmark.One,
    ["drop"] = DropBenchmark.Run,
};
Dictionary<string, Func<string[], Task>> tables = new(StringComparer.Ordinal)
{
    ["growth-sites"] = GrowthSites.RunAsync,
    ["report-steps"] = ReportSteps.RunAsync,
    ["scale"] = ScaleBenchmark.RunAsync,
    ["plan"] = Plan.RunAsync,
    ["host-start"] = HostStart.RunAsync,
    ["growth-rows"] = GrowthRows.RunAsync,
    ["others"] = OthersBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
    ["memory-ingest"] = MemoryIngest.RunAsync,
};
if (args is [var table, .. var rest] && tables.TryGetValue(table, out var print))
{
    await print(rest);
    return 0;
}

var names = args is ["all"] ? [.. benchmarks.Keys] : args;
if (names.Length == 0 || !names.All(benchmarks.ContainsKey))
{
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/SscPipeline.Benchmarks -- all | {string.Join(" | ", benchmarks.Keys.Concat(tables.Keys))}");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("ssc-benchmarks").FullName;
List<Measurement> measured = [];
try
{
    Console.WriteLine($"{"what",-42}{"compared with",-38}{"ours",10}{"theirs",10}{"ratio",8}{"must",6}{"aim",6}");
    foreach (var name in names)
    {
        var one = benchmarks[name](folder);
        measured.Add(one);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{one.What,-42}{one.ComparedWith,-38}{one.Ours,7:0.00} {one.Unit,-2}{one.Theirs,7:0.00} {one.Unit,-2}{one.Ratio,8:0.000}{one.Must,6}{one.Aim,6}{(one.Holds ? "" : "  MISSED")}"));
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

var results = Path.Combine("artifacts", "benchmarks.json");
Directory.CreateDirectory("artifacts");
File.WriteAllText(results, JsonSerializer.Serialize(measured));
Console.WriteLine($"Also in {results}.");
return measured.TrueForAll(one => one.Holds) ? 0 : 1;
