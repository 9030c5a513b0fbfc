using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Tests.Recognising;

public sealed class SheetPerVisitTests
{
    [Theory]
    [InlineData("Baseline", "m0")]
    [InlineData("6 months", "m6")]
    [InlineData("M12", "m12")]
    [InlineData("基线", "m0")]
    [InlineData("随访6月", "m6")]
    [InlineData("PFT M6", "m6")]
    [InlineData("Week 24", "d169")]
    public void The_name_of_the_sheet_is_the_visit_of_a_table_that_does_not_say_it(string name, string visit)
    {
        var found = Check((name, "Subject,mRSS,FVC\nS1,20,2.5\nS2,30,2.8\n"));

        Assert.Empty(found.Errors());
        Assert.Equal([$"S1 {visit}", $"S2 {visit}"], found.Rows.Select(row => $"{row.Subject} {row.Visit}"));
    }

    [Fact]
    public void Facts_on_the_sheet_of_baseline_go_to_the_subjects()
    {
        var found = Check(("Baseline", "Subject,Sex,mRSS,FVC\nS1,F,20,2.5\n"), ("M6", "Subject,mRSS,FVC\nS1,15,2.4\n"));

        Assert.Empty(found.Issues);
        Assert.Equal(["Visit m0", "Subject ", "Visit m6"], found.Rows.Select(row => $"{row.Kind} {row.Visit}"));
    }

    [Fact]
    public void A_sheet_of_facts_named_baseline_is_a_table_of_subjects() =>
        Assert.Equal(RecordKind.Subject, Assert.Single(Check(("Baseline", "Subject,Sex,Age,Height\nS1,F,41,160\n")).Rows.AsEnumerable()).Kind);

    [Fact]
    public void A_column_of_dates_decides_over_the_name_of_the_sheet() =>
        Assert.Equal("20100712", Check(("6 months", "Subject,Date,mRSS\nS1,2010-07-12,15\n")).Rows[0].Visit.ToString());

    [Fact]
    public void A_title_above_the_table_can_name_visit_and_subject()
    {
        var found = Check(("Sheet1", "Visit: 6 months,,\nSubject,mRSS,FVC\nS1,15,2.4\n"), ("Sheet2", "编号：SYN-A-01,,\nDay,mRSS,FVC\n1,20,2.5\n183,15,2.4\n"));

        Assert.Empty(found.Errors());
        Assert.Equal(["S1 m6", "SYN-A-01 d1", "SYN-A-01 d183"], found.Rows.Select(row => $"{row.Subject} {row.Visit}"));
    }

    [Fact]
    public void Sheets_named_after_pseudonyms_are_those_subjects_and_the_site_is_told()
    {
        var found = Check(("SYN-A-01", "Day,mRSS,FVC\n1,20,2.5\n183,15,2.4\n"), ("SYN-B-02", "Day,mRSS,FVC\n1,30,2.8\n"));

        Assert.Empty(found.Errors());
        Assert.Equal(["SYN-A-01! SSC-215", "SYN-B-02! SSC-215"], found.Short().Where(issue => issue.EndsWith("SSC-215", StringComparison.Ordinal)));
        Assert.Equal(["SYN-A-01 d1", "SYN-A-01 d183", "SYN-B-02 d1"], found.Rows.Select(row => $"{row.Subject} {row.Visit}"));
    }

    [Theory]
    [InlineData("Zhang1", "Miller2")]
    [InlineData("Sheet1", "Sheet2")]
    [InlineData("Zhang", "Miller")]
    [InlineData("1234567", "1234568")]
    [InlineData("Visit 1", "Visit 2")]
    public void Names_that_may_be_a_persons_or_mean_nothing_are_never_taken_for_subjects(string first, string second)
    {
        var found = Check((first, "Day,mRSS,FVC\n1,20,2.5\n"), (second, "Day,mRSS,FVC\n1,30,2.8\n"));

        Assert.Empty(found.Rows);
        Assert.Equal([$"{first}! SSC-016", $"{second}! SSC-016"], found.Short());
    }

    [Theory]
    [InlineData("张三", "Day,mRSS,FVC\n1,20,2.5\n")]
    [InlineData("Sheet1", "编号：张三,,\nDay,mRSS,FVC\n1,20,2.5\n")]
    public void A_persons_name_in_the_place_of_a_pseudonym_rejects_the_file_and_is_not_repeated(string name, string csv)
    {
        var found = Check((name, csv));

        Assert.True(found.IsRejected);
        Assert.DoesNotContain(found.Issues, issue => issue.Subject is not null || issue.Sheet == "张三" || issue.Details.Any(detail => detail.Value.Contains("张三", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_studys_own_pattern_settles_which_sheets_are_subjects()
    {
        var options = new CheckingOptions { SubjectPattern = @"P\d{8}" };
        var found = Examples.Check(options, Examples.Alone, Examples.Workbook(Examples.Sheet("P00000001", "Day,mRSS,FVC\n1,20,2.5\n"), Examples.Sheet("Other-01", "Day,mRSS,FVC\n1,20,2.5\n")));

        Assert.Equal(["P00000001"], found.Rows.Select(row => row.Subject));
    }

    private static Domain.Checking.CheckedDocument Check(params (string Name, string Csv)[] sheets) =>
        Examples.Check(new CheckingOptions(), Examples.Alone, Examples.Workbook([.. sheets.Select(sheet => Examples.Sheet(sheet.Name, sheet.Csv))]));
}
