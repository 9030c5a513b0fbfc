using System.Globalization;
using System.Text.Json;

namespace SscPipeline.Acceptance;

/// <summary>The first README command, and every number of the independently computed summary.</summary>
public sealed class DemoTests : IAsyncLifetime
{
    private readonly Folder output = new();
    private SscResult demo = null!;
    private JsonElement summary;

    public async Task InitializeAsync()
    {
        demo = await Ssc.RunAsync("demo", "--out", output.Path, "--format", "json");
        Assert.True(demo.ExitCode == 0, demo.Errors + demo.Output);
        summary = JsonDocument.Parse(File.ReadAllText(output["reports/controlled/latest/summary.json"])).RootElement;
    }

    public Task DisposeAsync()
    {
        output.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Every_published_headline_figure_and_every_independently_computed_number_is_reproduced()
    {
        Assert.All(demo.Json.EnumerateArray(), figure => Assert.True(figure.GetProperty("agrees").GetBoolean(), figure.ToString()));

        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "expected_summary.csv"));
        var names = lines[0].Split(',');
        var expected = lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();

        Assert.Equal(24, expected.Count);
        Assert.All(expected, Agrees);
        OutcomesNameTheirCells();
        EverySubmissionHasAReceipt();
    }

    private void Agrees(Dictionary<string, string> expected)
    {
        var row = summary.GetProperty("measures").EnumerateArray()
            .Single(measure => measure.GetProperty("variable").GetString() == expected["variable"])
            .GetProperty("rows").EnumerateArray()
            .Single(row => row.GetProperty("scope").GetString() == "overall" && row.GetProperty("month").GetInt32() == int.Parse(expected["month"], CultureInfo.InvariantCulture));
        var change = row.GetProperty("change");
        var responders = row.GetProperty("responders");

        foreach (var name in (string[])["n", "mean", "sd", "median", "q1", "q3", "min", "max"])
        {
            Same(expected[name], row.GetProperty(name), name);
        }

        Same(expected["mean_change"], Member(change, "mean"), "mean change");
        Same(expected["sd_change"], Member(change, "sd"), "SD of change");
        Same(expected["median_change"], Member(change, "median"), "median change");
        Same(expected["ci95_low"], Item(Member(change, "ci95"), 0), "lower limit of change");
        Same(expected["ci95_high"], Item(Member(change, "ci95"), 1), "upper limit of change");
        Same(expected["paired_t_p"], Member(change, "pairedTP"), "paired t");
        Same(expected["wilcoxon_exact_p"], Member(change, "wilcoxonExactP"), "Wilcoxon");
        Same(expected["responders"], Member(responders, "k"), "responders");
        Same(expected["wilson_low"], Item(Member(responders, "wilson95"), 0), "Wilson");
        Same(expected["wilson_high"], Item(Member(responders, "wilson95"), 1), "Wilson");
        Same(expected["cp_low"], Item(Member(responders, "clopperPearson95"), 0), "Clopper-Pearson");
        Same(expected["cp_high"], Item(Member(responders, "clopperPearson95"), 1), "Clopper-Pearson");

        void Same(string text, JsonElement? actual, string what)
        {
            if (text == "NA")
            {
                Assert.True(actual is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }, $"{expected["variable"]} {expected["month"]} {what} should be absent");
                return;
            }

            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), actual!.Value.GetDouble(), 1e-6);
        }
    }

    private void OutcomesNameTheirCells()
    {
        var outcomes = output.Lines("data/outcomes.csv");

        Assert.Contains("site-a,SYN-A-01,1,mrss_total,41.5,score,imatinib.xlsx,Visits,F4", outcomes);
        Assert.Contains(outcomes, line => line.StartsWith("site-b,SYN-B-02,183,fvc_pct_pred,71.8,%,imatinib.xls,", StringComparison.Ordinal));
        Assert.Contains("site-c,SYN-C-01,1,albumin_g_l,24,g/L,visits.csv,visits,Q2", outcomes);
    }

    private void EverySubmissionHasAReceipt()
    {
        var receipts = Directory.EnumerateFiles(output["receipts"], "receipt.json", SearchOption.AllDirectories).ToList();

        Assert.Equal(5, receipts.Count);
        Assert.All(receipts, receipt => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(receipt)!, "receipt.html"))));
    }

    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement? of, int index) =>
        of is { ValueKind: JsonValueKind.Array } element ? element[index] : null;
}
