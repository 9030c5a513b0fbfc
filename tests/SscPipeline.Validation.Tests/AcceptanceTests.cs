using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Validation.Tests;

public sealed class AcceptanceTests
{
    private const string OneWrongValue = "subject_id,study_day,mrss_total,fvc_l,albumin_g_l\nS1,1,20,28.5,40\nS2,1,22,2.5,41\n";

    [Fact]
    public void An_error_withholds_its_value_and_nothing_else()
    {
        var found = Examples.Check(OneWrongValue);

        Assert.False(found.IsRejected);
        Assert.Equal((new RowCounts(2, 2, 0), new ValueCounts(6, 5, 1, 0)), (found.RowCounts, found.ValueCounts));
        Assert.Equal(["mrss_total", "albumin_g_l"], found.Rows[0].Outcomes.Select(outcome => outcome.Variable));
        Assert.Equal(new MissingValue("fvc_l", MissingReason.Withheld), Assert.Single(found.Rows[0].Missing.AsEnumerable()));
    }

    [Fact]
    public void An_error_withholds_its_row_where_rows_are_asked_for()
    {
        var found = Examples.Check(new CheckingOptions { Acceptance = Acceptance.Rows }, OneWrongValue);

        Assert.Equal(["S2"], found.Rows.Select(row => row.Subject));
        Assert.Equal((new RowCounts(2, 1, 1), new ValueCounts(6, 3, 3, 0)), (found.RowCounts, found.ValueCounts));
    }

    [Fact]
    public void An_error_rejects_the_file_where_all_or_nothing_is_asked_for()
    {
        var found = Examples.Check(new CheckingOptions { Acceptance = Acceptance.AllOrNothing }, OneWrongValue);

        Assert.True(found.IsRejected);
        Assert.Empty(found.Rows);
        Assert.Equal((new RowCounts(2, 0, 2), new ValueCounts(6, 0, 6, 0)), (found.RowCounts, found.ValueCounts));
    }

    [Theory]
    [InlineData("subject_id,study_day,mrss_total,fvc_l\n,1,20,2.5\nS2,1,21,2.6\nS2,31,20,2.6\n")]
    [InlineData("subject_id,study_day,mrss_total,fvc_l\nS1,soon,20,2.5\nS2,1,21,2.6\nS2,31,20,2.6\n")]
    [InlineData("subject_id,study_day,mrss_total,fvc_l,fev1_l\nS1,1,20,250,200\nS2,1,21,2.6,2.1\nS2,31,20,2.6,2.1\n")]
    public void A_row_without_identity_or_with_half_of_its_values_wrong_is_withheld(string csv)
    {
        var found = Examples.Check(csv);

        Assert.Equal(["d1", "d31"], found.Rows.Select(row => row.Visit.ToString()));
        Assert.Equal(new RowCounts(3, 2, 1), found.RowCounts);
    }

    [Fact]
    public void A_row_whose_only_value_is_wrong_is_withheld_since_nothing_of_it_is_stored() =>
        Assert.Equal(new RowCounts(1, 0, 1), Examples.Check("subject_id,study_day,mrss_total\nS1,1,52\n").RowCounts);

    [Fact]
    public void A_row_sent_twice_counts_once_and_withholds_nothing()
    {
        var found = Examples.Check("subject_id,study_day,mrss_total\nS1,1,20\nS1,1,20\n");

        Assert.Equal(20m, Assert.Single(found.Rows.AsEnumerable()).Outcomes.Single().Value.Number);
        Assert.Equal((new RowCounts(2, 2, 0), new ValueCounts(2, 2, 0, 0)), (found.RowCounts, found.ValueCounts));
    }

    [Theory]
    [InlineData("mrss_assessor1,mrss_assessor2", "20,21", "20.5")]
    [InlineData("mrss_assessor1,mrss_assessor2,mrss_assessor3", "20,21,21", "20.666666666666666666666666667")]
    [InlineData("mrss_assessor1,mrss_assessor2", "20,", "20")]
    [InlineData("mrss_assessor1,mrss_assessor2", "20,52", null)]
    [InlineData("mrss_assessor1,mrss_assessor2", "20,about 21", null)]
    [InlineData("mrss_assessor1,mrss_total", "20,52", null)]
    public void A_total_that_was_not_sent_is_the_mean_of_its_assessors_unless_one_is_wrong(string headings, string cells, string? total)
    {
        var derived = Examples.Check($"subject_id,study_day,fvc_l,fev1_l,{headings}\nS1,1,2.5,2.1,{cells}\n").Outcome("mrss_total");

        Assert.Equal(total, derived?.Value.ToString());
        Assert.Null(derived?.Cell);
    }

    [Fact]
    public void A_total_that_was_not_sent_is_the_sum_of_all_seventeen_areas()
    {
        var headings = string.Join(',', Variables.MrssAreas);

        Assert.Equal(17m, Examples.Check($"subject_id,study_day,{headings}\nS1,1{string.Concat(Enumerable.Repeat(",1", 17))}\n").Outcome("mrss_total")?.Value.Number);
        Assert.Null(Examples.Check($"subject_id,study_day,{headings}\nS1,1{string.Concat(Enumerable.Repeat(",1", 16))},\n").Outcome("mrss_total"));
    }

    [Fact]
    public void A_reading_can_be_checked_again_with_another_context()
    {
        var reading = Examples.Checker.Read("visits.csv", Examples.Workbook(Examples.Sheet("Sheet1", "subject_id,visit_date,mrss_total\nS1,2010-07-05,20\n")), CancellationToken.None);
        var subjects = Examples.Check("subject_id,sex,first dose date\nS1,F,2010-01-04\n").Rows;

        var alone = Examples.Checker.Check(reading, Examples.Alone, CancellationToken.None);
        var together = Examples.Checker.Check(reading, Examples.Alone with { Others = [Examples.Document("subjects.csv", "20260101T000000000Z", [.. subjects])] }, CancellationToken.None);

        Assert.Equal(["Sheet1!A2 SSC-207"], alone.Short());
        Assert.Empty(together.Issues);
        Assert.Equal(CheckStatus.Passed, together.Checks.Single(check => check.Id == "SSC-212").Status);
        Assert.Equal(CheckStatus.NotApplicable, alone.Checks.Single(check => check.Id == "SSC-212").Status);
        Assert.Equal(alone.Rows.Select(row => row.Key), together.Rows.Select(row => row.Key));
    }
}
