using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class ResponseTests
{
    [Theory]
    [InlineData(20, 15, false)]
    [InlineData(20, 14.5, true)]
    [InlineData(22, 16.5, true)]
    [InlineData(24, 18.25, false)]
    [InlineData(24, 18, true)]
    [InlineData(40, 30.5, false)]
    [InlineData(40, 30, true)]
    [InlineData(4, 0, false)]
    [InlineData(10, 20, false)]
    public void The_skin_responds_when_it_falls_by_more_than_5_points_and_by_a_quarter(decimal baseline, decimal current, bool expected) =>
        Assert.Equal(expected, SkinResponse.IsResponder(baseline, current));

    [Theory]
    [InlineData(20, 25, false)]
    [InlineData(20, 25.5, true)]
    [InlineData(24, 29.75, false)]
    [InlineData(24, 30, true)]
    [InlineData(0, 6, true)]
    public void The_skin_progresses_when_it_rises_by_more_than_5_points_and_by_a_quarter(decimal baseline, decimal current, bool expected) =>
        Assert.Equal(expected, SkinResponse.IsProgressor(baseline, current));

    [Fact]
    public void Five_points_of_averaged_thirds_are_still_five_points() =>
        Assert.False(SkinResponse.IsResponder(18.333333333333336m, 13.333333333333334m));

    [Theory]
    [InlineData(-10.0, null, ResponseCategory.Worsened)]
    [InlineData(-9.99, null, ResponseCategory.Indeterminate)]
    [InlineData(-9.99, -14.9, ResponseCategory.Stable)]
    [InlineData(-5.0, -15.0, ResponseCategory.Worsened)]
    [InlineData(-4.99, -50.0, ResponseCategory.Stable)]
    [InlineData(-4.99, null, ResponseCategory.Stable)]
    [InlineData(4.99, null, ResponseCategory.Stable)]
    [InlineData(5.0, null, ResponseCategory.Indeterminate)]
    [InlineData(5.0, 15.0, ResponseCategory.Improved)]
    [InlineData(5.0, 14.99, ResponseCategory.Stable)]
    [InlineData(5.0, -20.0, ResponseCategory.Stable)]
    [InlineData(10.0, -50.0, ResponseCategory.Improved)]
    public void The_lung_is_judged_by_relative_change(double fvc, double? dlco, ResponseCategory expected) =>
        Assert.Equal(expected, LungResponse.Category((decimal)fvc, (decimal?)dlco));

    [Fact]
    public void A_fall_from_70_to_63_is_exactly_ten_percent() =>
        Assert.Equal(ResponseCategory.Worsened, LungResponse.Category(LungResponse.Relative(70m, 63m), null));

    [Theory]
    [InlineData(3.0, ResponseCategory.Improved)]
    [InlineData(2.9, ResponseCategory.Stable)]
    [InlineData(-2.9, ResponseCategory.Stable)]
    [InlineData(-3.0, ResponseCategory.Worsened)]
    public void Three_points_of_FVC_matter_to_patients(double absolute, ResponseCategory expected) =>
        Assert.Equal(expected, LungResponse.Mcid((decimal)absolute));

    [Theory]
    [InlineData(-5.0, null, true)]
    [InlineData(-4.9, null, false)]
    [InlineData(0.0, -10.0, true)]
    [InlineData(0.0, -9.9, false)]
    public void Progressive_fibrosis_shows_in_FVC_or_in_DLCO(double fvc, double? dlco, bool expected) =>
        Assert.Equal(expected, LungResponse.MeetsPpfPhysiology((decimal)fvc, (decimal?)dlco));

    [Theory]
    [InlineData("100,20,30", "95,20,28", "haemoglobin-corrected", true)]
    [InlineData("100,20,30", "95,20,", "uncorrected", false)]
    [InlineData("100,20,", "89,20,30", "uncorrected", true)]
    [InlineData("100,20,30", ",20,", null, false)]
    public void Haemoglobin_counts_where_both_visits_are_corrected_for_it(string baseline, string month6, string? basis, bool isFlagged)
    {
        var sites = TinyStudy.Sites(
            "subject_id,site_id,ild\nS1,a,Y", $"subject_id,site_id,study_day,fvc_pct_pred,dlco_pct_pred,dlco,dlco_hb_adj\nS1,a,1,70,{baseline}\nS1,a,183,70,{month6}");

        var one = Assert.Single(TinyStudy.Summary(sites).IldResponse.Subjects);

        Assert.Equal((basis, isFlagged), (one.PpfDlco, one.PpfPhysiology));
    }
}
