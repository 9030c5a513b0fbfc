using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class NutritionTests
{
    private const string Subject = "subject_id,site_id,imatinib_last_dose_study_day\nS1,a,200";

    [Fact]
    public void Parenteral_nutrition_not_recorded_at_the_last_visit_is_not_counted_as_stopped()
    {
        var nutrition = Of("S1,a,1,Y,\nS1,a,90,N,\nS1,a,183,,40");

        Assert.Equal((1, 0), (nutrition.TpnAtBaseline, nutrition.TpnDiscontinued));
        Assert.Null(Assert.Single(nutrition.Rows).TpnDiscontinued);
    }

    [Fact]
    public void Parenteral_nutrition_that_came_back_is_off_only_from_the_last_time()
    {
        var row = Assert.Single(Of("S1,a,1,Y,\nS1,a,30,N,\nS1,a,91,Y,\nS1,a,183,N,\nS1,a,274,N,").Rows);

        Assert.Equal((true, 183, 6), (row.TpnDiscontinued, row.TpnOffDay, row.TpnOffMonth));
    }

    [Fact]
    public void Still_on_parenteral_nutrition_is_not_stopped()
    {
        var nutrition = Of("S1,a,1,Y,\nS1,a,91,N,\nS1,a,183,Y,");

        Assert.Equal((1, 0), (nutrition.TpnAtBaseline, nutrition.TpnDiscontinued));
        Assert.Null(nutrition.Rows[0].TpnOffDay);
    }

    [Theory]
    [InlineData("S1,a,1,,34.9\nS1,a,183,,35", 1, 1)]
    [InlineData("S1,a,1,,34.9\nS1,a,183,,34.9", 1, 0)]
    [InlineData("S1,a,1,,35\nS1,a,183,,45", 0, 0)]
    [InlineData("S1,a,1,,24\nS1,a,183,,30\nS1,a,230,,38", 1, 1)]
    [InlineData("S1,a,1,,24\nS1,a,183,,30\nS1,a,231,,38", 1, 0)]
    [InlineData("S1,a,1,,24\nS1,a,91,,38\nS1,a,183,,30", 1, 0)]
    public void Albumin_is_restored_when_the_last_value_up_to_30_days_after_treatment_reaches_35(string visits, int low, int restored)
    {
        var nutrition = Of(visits);

        Assert.Equal((low, restored), (nutrition.AlbuminLowAtBaseline, nutrition.AlbuminRestored));
    }

    private static Nutrition Of(string visits) =>
        TinyStudy.Summary(TinyStudy.Sites(Subject, $"subject_id,site_id,study_day,tpn,albumin_g_l\n{visits}")).Nutrition;
}
