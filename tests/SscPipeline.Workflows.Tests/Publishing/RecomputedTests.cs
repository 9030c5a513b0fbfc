using System.Text.Json;

namespace SscPipeline.Workflows.Tests.Publishing;

public sealed class RecomputedTests
{
    private const string Subjects = "subject_id,sex,age_years,height_cm,ild,imatinib_start_study_day\nS1,F,45,158,Y,1\n";
    private const string Visits = "subject_id,study_day,age_years,fvc_l,fvc_pct_pred,dlco,hb_g_l\nS1,1,45,2.10,72.9,4.20,100\nS1,183,,2.30,79,4.20,\n";

    [Fact]
    public async Task Sex_and_height_of_one_file_give_percent_predicted_to_the_visits_of_another()
    {
        using var study = new MemoryStudy(("Ssc:ReferenceSet:Spirometry", "Gli2012"), ("Ssc:ReferenceSet:Ethnicity", "4"));
        await study.SendAsync("site-a/visits.csv", Visits);
        Assert.DoesNotContain(await study.OutcomesAsync(), line => line.Contains("_recomputed", StringComparison.Ordinal));

        await study.SendAsync("site-a/subjects.csv", Subjects);

        var recomputed = (await study.OutcomesAsync()).Select(line => line.Split(',')).Where(cells => cells[2] == "1" && cells[8].Length == 0).ToDictionary(cells => cells[3]);
        Assert.Equal(72.871, Value("fvc_pct_pred_recomputed"), 5.1e-4);
        Assert.Equal(-2.0598, Value("fvc_z"), 5.1e-5);
        Assert.Equal(4.788, Value("dlco_hb_adj"), 5.1e-5);
        Assert.Equal(["dlco_hb_adj", "dlco_pct_pred_recomputed", "dlco_z", "fvc_pct_pred_recomputed", "fvc_z"], recomputed.Keys);
        Assert.Equal(["mL/min/mmHg", "%", "", "%", ""], recomputed.Values.Select(cells => cells[5]));

        double Value(string variable) => double.Parse(recomputed[variable][4], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("reported", 79 / 72.9)]
    [InlineData("recomputed", 1.0987)]
    public async Task The_lung_response_counts_the_percentages_that_the_study_chose(string basis, double ratio)
    {
        using var study = new MemoryStudy(("Ssc:PercentPredicted", basis));
        await study.SendAsync("site-a/subjects.csv", Subjects);
        await study.SendAsync("site-a/visits.csv", Visits);

        await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);

        using var summary = JsonDocument.Parse(await study.ReportAsync("controlled/latest/summary.json"));
        Assert.Equal("GLI Global 2022", summary.RootElement.GetProperty("settings").GetProperty("referenceSetSpirometry").GetString());
        var response = summary.RootElement.GetProperty("ildResponse");
        Assert.Equal(100 * (ratio - 1), Relative(response), 0.01);
        Assert.Equal(9.87, Relative(response.GetProperty("recomputed")), 0.01);

        static double Relative(JsonElement of) => of.GetProperty("subjects")[0].GetProperty("fvcRelative").GetDouble();
    }

    [Fact]
    public async Task A_corrected_transfer_factor_that_the_site_sent_is_kept()
    {
        using var study = new MemoryStudy();
        await study.SendAsync("site-a/subjects.csv", Subjects);
        await study.SendAsync("site-a/visits.csv", "subject_id,study_day,dlco,hb_g_l,dlco_hb_adj\nS1,1,4.20,100,4.79\n");

        var adjusted = Assert.Single(await study.OutcomesAsync(), line => line.Contains(",dlco_hb_adj,", StringComparison.Ordinal)).Split(',');

        Assert.Equal(("4.79", "E2"), (adjusted[4], adjusted[8]));
    }
}
