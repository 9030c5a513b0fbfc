using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Tests.Checks;

public sealed class PercentPredictedTests
{
    private const string Subjects = "subject_id,sex,age_years,height_cm\nS1,F,45,158\n";
    private const string SouthEastAsian = "subject_id,study_day,age_years,fvc_l,fvc_pct_pred\nS1,1,45,2.10,72.9\nS1,91,45,2.00,69.4\nS1,183,45,2.20,76.3\nS1,365,45,2.10,95\n";

    [Fact]
    public void A_column_made_with_another_set_is_said_once_and_a_wrong_value_in_it_by_itself()
    {
        var found = Examples.Check(Subjects, SouthEastAsian);

        Assert.Equal(["Sheet2!E2 SSC-037", "Sheet2!E5 SSC-036"], found.Short());
        Assert.Equal(
            "FVC % predicted seems to come from GLI-2012 (ethnicity code 4): 72.9 here, where the study's set GLI Global 2022 gives 67.68. Values of this column that differ like this: 2.",
            Examples.Checker.Describe(found.Issues[0]).Message);
    }

    [Fact]
    public void With_the_study_set_chosen_alike_only_the_wrong_value_is_left()
    {
        var options = new CheckingOptions { Reference = new ReferenceChoice { Spirometry = ReferenceSet.Gli2012, Ethnicity = 4 } };

        Assert.Equal(["Sheet2!E5 SSC-036"], Examples.Check(options, Subjects, SouthEastAsian).Short());
    }

    [Fact]
    public void Without_height_nothing_is_compared() =>
        Assert.Empty(Examples.Check(Subjects.Replace(",158", ",", StringComparison.Ordinal), SouthEastAsian).Issues);

    [Fact]
    public void A_transfer_factor_in_the_wrong_unit_is_withheld_and_its_percentage_is_kept()
    {
        var found = Examples.Check(Subjects, "subject_id,study_day,age_years,dlco,dlco_pct_pred\nS1,1,45,5.02,75\n");

        Assert.Equal(["Sheet2!D2 SSC-038"], found.Short());
        Assert.Equal(["dlco_pct_pred"], found.Rows.Single(row => row.Kind == RecordKind.Visit).Outcomes.Select(outcome => outcome.Variable).Where(name => name.StartsWith("dlco", StringComparison.Ordinal)));
    }
}
