using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SscPipeline.Cli.Tests.Hostile;

/// <summary>The program itself, as a process of its own, on a file that would need gigabytes.</summary>
public sealed class ProcessTests
{
    private const int MostMegabytes = 512;

    [Fact]
    public async Task A_file_that_would_bloat_the_process_is_refused_and_the_next_one_is_checked()
    {
        var folder = Directory.CreateTempSubdirectory("ssc-hostile-");
        try
        {
            var huge = Path.Combine(folder.FullName, "huge.csv");
            await File.WriteAllLinesAsync(huge, Enumerable.Range(0, 30_000).Select(n => $"P-{n / 8},{(n % 8) * 90}," + string.Join(',', Enumerable.Repeat("x", 20))).Prepend(Headings()));
            var good = Path.Combine(folder.FullName, "good.csv");
            await File.WriteAllTextAsync(good, "subject_id,study_day,mrss_total\nP-01,1,20\n");

            var (json, megabytes) = await RunAsync(huge, good);

            using var receipts = JsonDocument.Parse(json);
            var first = receipts.RootElement[0];
            Assert.Equal(("Rejected", "SSC-005"), (first.GetProperty("status").GetString(), first.GetProperty("issues")[0].GetProperty("check").GetString()));
            Assert.Equal(1, receipts.RootElement[1].GetProperty("rows").GetProperty("accepted").GetInt32());
            Assert.InRange(megabytes, 1, MostMegabytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Headings() => "subject_id,study_day," + string.Join(
        ',', "face chest abdomen finger_r finger_l hand_r hand_l forearm_r forearm_l uparm_r uparm_l thigh_r thigh_l leg_r leg_l foot_r foot_l".Split(' ').Select(area => $"mrss_area_{area}")) + ",weight_kg,height_cm,fvc_l";

    private static async Task<(string Json, int PeakMegabytes)> RunAsync(params string[] files)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ssc.dll"), "check", "--format", "json", .. files]) { RedirectStandardOutput = true };
        start.Environment["Ssc__Limits__HeapBytes"] = (100 << 20).ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        return (await output, (int)(peak >> 20));
    }
}
