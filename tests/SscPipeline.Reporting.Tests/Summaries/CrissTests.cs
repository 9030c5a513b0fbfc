using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class CrissTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0.003911, false)]
    [InlineData(-8, 0, 0, 0, 0, 0.719100, true)]
    [InlineData(-5, 2, -1, -1, -0.25, 0.650787, true)]
    [InlineData(-6.5, 0, -1, -0.5, 0, 0.585405, false)]
    [InlineData(-10, 3, -2, -2, -0.25, 0.996739, true)]
    [InlineData(-3, -4, 0, 1, 0.125, 0.008032, false)]
    public void The_probability_of_improvement_comes_from_five_changes(
        double mrss, double fvc, double patient, double physician, double haq, double expected, bool isImproved)
    {
        var p = Criss.Probability(new CoreSet((decimal)mrss, (decimal)fvc, (decimal)patient, (decimal)physician, (decimal)haq));

        Assert.Equal(expected, p, 5e-7);
        Assert.Equal(isImproved, Criss.IsImproved(p));
    }

    [Theory]
    [InlineData(16, 73.5, 4, 5, 1, true)]
    [InlineData(16.1, 73.5, 4, 5, 1, false)]
    [InlineData(16, 73.4, 4, 5, 1, false)]
    [InlineData(16, 70, 3.9, 4, 1, true)]
    [InlineData(0, 70, 0, 5, 1, false)]
    public void A_responder_improves_by_a_fifth_in_three_of_five_and_FVC_by_a_twentieth(
        double mrss, double fvc, double patient, double physician, double haq, bool expected)
    {
        var before = new CoreSet(20, 70, 5, 5, 1);

        Assert.Equal(expected, Criss.IsResponder(before, new CoreSet((decimal)mrss, (decimal)fvc, (decimal)patient, (decimal)physician, (decimal)haq), 20));
    }

    [Fact]
    public void What_is_0_at_baseline_cannot_improve() =>
        Assert.False(Criss.IsResponder(new CoreSet(20, 70, 0, 0, 0), new CoreSet(1, 90, 0, 0, 0), 20));

    [Fact]
    public void A_subject_with_one_item_missing_has_no_index()
    {
        const string Visits = "subject_id,site_id,study_day,mrss_total,fvc_pct_pred,patient_global,physician_global,haq_di\n";
        var sites = TinyStudy.Sites("subject_id,site_id,ild\nS1,a,N\nS2,a,N", Visits + "S1,a,1,20,70,5,5,1\nS1,a,365,10,75,3,3,0.5\nS2,a,1,20,70,5,5,1\nS2,a,365,10,75,3,3,");

        var composite = TinyStudy.Summary(sites).Composite!;

        Assert.Equal(("S1", true, 50), (Assert.Single(composite.Subjects).Subject, composite.Subjects[0].IsImproved, composite.Subjects[0].RevisedLevel));
        Assert.Equal((1, 1), (composite.Rows[0].N, composite.Rows[0].Incomplete));
    }
}
