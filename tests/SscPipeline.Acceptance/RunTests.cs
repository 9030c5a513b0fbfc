namespace SscPipeline.Acceptance;

/// <summary><c>ssc run</c> on folders of site files, with corrections, repeats and a damaged file.</summary>
public sealed class RunTests : IDisposable
{
    private const string Visits = "subject_id,study day,mrss,fvc % pred\nP-01,1,20,90\nP-01,183,14,92\n";
    private const string Corrected = "subject_id,study day,mrss,fvc % pred\nP-01,1,20,90\nP-01,183,13,92\n";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Repeats_corrections_and_a_damaged_file_each_get_their_receipt_and_only_the_correction_changes_data()
    {
        folder.Write("1/site-a/visits.csv", Visits);
        folder.Write("2/site-a/visits.csv", Visits);
        folder.Write("2/site-a/copy.csv", Visits);
        folder.Write("3/site-a/visits.csv", Corrected);
        folder.Write("4/site-a/visits.csv", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);
        folder.Write("4/nowhere.csv", Visits);

        var run = await Ssc.RunAsync(
            "run", "--inbox", folder["1"], "--inbox", folder["2"], "--inbox", folder["3"], "--inbox", folder["4"], "--out", folder["out"], "--format", "json");

        Assert.Equal(1, run.ExitCode);
        var verdicts = run.Json.EnumerateArray().CountBy(receipt => receipt.GetProperty("status").GetString()!).ToDictionary();
        Assert.Equal(2, verdicts["Duplicate"]);
        Assert.Equal(2, verdicts["Rejected"]);
        Assert.Equal(2, verdicts.Where(verdict => verdict.Key.Contains("Accepted", StringComparison.Ordinal)).Sum(verdict => verdict.Value));
        Assert.Contains(folder.Lines("out/data/outcomes.csv"), line => line.StartsWith("site-a,P-01,183,mrss_total,13,", StringComparison.Ordinal));
        Assert.DoesNotContain(folder.Lines("out/data/outcomes.csv"), line => line.StartsWith("site-a,P-01,183,mrss_total,14,", StringComparison.Ordinal));
        Assert.True(Directory.Exists(folder["out/receipts/_unassigned"]));
    }

    [Fact]
    public async Task Checking_a_clean_file_exits_0_a_file_with_issues_1_and_a_missing_file_2()
    {
        folder.Write("good.csv", "subject_id,sex,age,height (cm),imatinib start study day\nP-01,F,41,160,1\n");
        folder.Write("bad.csv", "subject_id,study day,mrss,fvc % pred\nP-01,1,77,90\n");

        var good = await Ssc.RunAsync("check", folder["good.csv"], "--format", "json");
        var bad = await Ssc.RunAsync("check", folder["bad.csv"], "--format", "json");
        var missing = await Ssc.RunAsync("check", folder["missing.csv"]);

        Assert.True(good.ExitCode == 0, good.Output + good.Errors);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains(bad.Json[0].GetProperty("issues").EnumerateArray(), issue => issue.GetProperty("cell").GetString() == "C2");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("missing.csv", missing.Errors, StringComparison.Ordinal);
    }
}
