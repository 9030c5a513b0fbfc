using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Identifiers;

namespace SscPipeline.Validation.Tests.Identifiers;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("110105 19491231 002x", true)]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("110105491231002", true)]
    [InlineData("123-45-6789", true)]
    [InlineData("13812345678", true)]
    [InlineData("+86 138-1234-5678", true)]
    [InlineData("021-64370045", true)]
    [InlineData("someone@example.org", true)]
    [InlineData("192.168.10.20", true)]
    [InlineData("上海市徐汇区瑞金二路", true)]
    [InlineData("2012-03-05", false)]
    [InlineData("20120305", false)]
    [InlineData("Intracranial hemorrhage", false)]
    [InlineData("SYN-A-01", false)]
    [InlineData("市区", false)]
    [InlineData("1.10105194912310E+17", true)]
    [InlineData("1.10105E+17", true)]
    [InlineData("1.10105E+14", true)]
    [InlineData("138 1234 5678", true)]
    [InlineData("see 138.1234.5678", true)]
    [InlineData("1.2E+10", false)]
    [InlineData("SYN-A-01/2012", false)]
    [InlineData("P1234567", false)]
    [InlineData("001234", false)]
    [InlineData("12345678", false)]
    [InlineData("13512345", false)]
    [InlineData("100 mg bid, then 200 mg", false)]
    [InlineData("18.5 22.3 19.7 20", false)]
    [InlineData("110 120 130 140 150", false)]
    [InlineData("2012-03-05 10:20:00", false)]
    [InlineData("2012年3月5日", false)]
    [InlineData("doi:10.1007/s10067-012-2032-2", false)]
    [InlineData("NCT00613171", false)]
    [InlineData("CTCAE v5.0", false)]
    public void What_identifies_a_person_is_recognised_by_its_form(string text, bool identifies) =>
        Assert.Equal(identifies, ValueTest.Class(text) is not null);

    [Fact]
    public void An_identity_number_that_Excel_has_rounded_is_still_one() =>
        Assert.Equal("a national identity number", ValueTest.Class(110105194912310000d));

    [Theory]
    [InlineData(110105490000000000d, true)]
    [InlineData(110105491231002d, true)]
    [InlineData(13812345678d, true)]
    [InlineData(20120305d, false)]
    [InlineData(41052.5d, false)]
    [InlineData(123456789012345d, false)]
    [InlineData(10234567890d, false)]
    public void A_number_is_recognised_by_its_length(double number, bool identifies) => Assert.Equal(identifies, ValueTest.Class(number) is not null);

    [Theory]
    [InlineData("555 123 4567", true)]
    [InlineData("MRN 2012-004512-77", true)]
    [InlineData("(020) 7946 0958", true)]
    [InlineData("555-1234", false)]
    [InlineData("2012-03-05 to 2012-04-05, 10:20", false)]
    [InlineData("20120305 - 20120405", false)]
    [InlineData("3.50 2.80 2.10 1.90", false)]
    [InlineData("100 200 300 400", false)]
    [InlineData("0.123456789012", false)]
    [InlineData("10.1007/s10067-012-2032-2", false)]
    [InlineData("SYN-2012-0001-123456", false)]
    public void Ten_digits_in_groups_are_asked_about(string text, bool isLong) => Assert.Equal(isLong, LongNumber.IsIn(text));

    [Theory]
    [InlineData("Wei Zhang", true)]
    [InlineData("O'Brien, Mary", true)]
    [InlineData("张小明", true)]
    [InlineData("openpyxl", false)]
    [InlineData("Microsoft Office User", false)]
    [InlineData("Study Coordinator", false)]
    [InlineData("ssc-site-a", false)]
    [InlineData("", false)]
    public void An_author_may_be_a_person_a_program_or_a_department(string author, bool isPerson) => Assert.Equal(isPerson, PersonName.IsLikely(author));

    [Fact]
    public void Study_pseudonyms_codes_doses_dates_and_laboratory_values_raise_nothing()
    {
        var found = Examples.Check(
            "subject_id,visit_date,imatinib_dose_mg_per_day,fvc_l,albumin_g_l,comment\n"
            + "SYN-A-01,2012-03-05,100 mg bid,2.85,38.5 ↓,lot 20120305\nP1234567,2012-03-05,200,3.1,<20,1-2 tablets\n123456,2012-03-05,0.2g,2.9,41,visit 3 of 12345678\n");

        Assert.DoesNotContain(found.Issues, issue => issue.Check is "SSC-089" or "SSC-090" or "SSC-091" or "SSC-092" or "SSC-093");
    }

    [Fact]
    public void An_identifier_is_found_in_every_corner_and_quoted_in_none()
    {
        const string Canary = "13800138000";
        var sheet = Examples.Sheet($"tab {Canary}", $"subject_id,study_day,fvc_l,comment\n{Canary},1,{Canary},call {Canary}\n")
            with
        { Comments = [new SheetComment(new CellAddress(2, 3), $"a {Canary}", $"ring {Canary}")] };
        var hidden = Examples.Sheet("old", Canary) with { Visibility = SheetVisibility.VeryHidden };
        var texts = new[] { "document property \"creator\"", $"document property \"x {Canary}\"", $"defined name \"n_{Canary}\"", "page footer of sheet \"old\"", $"page header of sheet \"tab {Canary}\"" };
        var reading = WorkbookReading.Of(new Workbook(WorkbookFormat.Xlsx, [sheet, hidden]) { Texts = [.. texts.Select(where => new WorkbookText(where, $"t {Canary}"))] });

        var document = Examples.Checker.Read($"visits {Canary}.xlsx", reading, CancellationToken.None);
        var found = Examples.Checker.Check(document, Examples.Alone, CancellationToken.None);

        Assert.True(found.IsRejected);
        Assert.Equal(7, found.Issues.Count(issue => issue.Check == "SSC-093"));
        Assert.Equal(["sheet 1!A2 SSC-092", "sheet 1!C2 SSC-092", "sheet 1!C2 SSC-092", "sheet 1!D2 SSC-092", "old!A1 SSC-092"], found.Short().Where(issue => issue.EndsWith("092", StringComparison.Ordinal)));
        Assert.All(found.Issues.Select(Examples.Checker.Describe), issue => Assert.DoesNotContain(Canary, issue.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_may_be_an_identifier_is_not_quoted_by_any_other_check()
    {
        var found = Examples.Check("subject_id,study_day,fvc_l,mrss_total\nS1,1,555 123 4567,20\n");

        Assert.False(found.IsRejected);
        Assert.Equal(["Sheet1!C2 SSC-089", "Sheet1!C2 SSC-101"], found.Short().Where(issue => issue.Contains("C2", StringComparison.Ordinal)));
        Assert.All(found.Issues.Select(Examples.Checker.Describe), issue => Assert.DoesNotContain("4567", issue.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subject_id,visit_date,mrss_total\nS1,2012-03-05,20\n", "Sheet1!B2 SSC-092")]
    [InlineData("subject_id,visit_date,mrss_total\nS1,20120305,20\n", "Sheet1!B2 SSC-092")]
    [InlineData("subject_id,study_day,mrss_total,comment\nS1,1,20,5-Mar-2012\n", "Sheet1!D2 SSC-092")]
    [InlineData("subject_id,study_day,mrss_total,comment\nS1,1,20,in 2012\n", null)]
    [InlineData("subject_id,study_day,mrss_total,comment\nS1,1,20,12345678\n", null)]
    public void Where_only_study_days_may_be_sent_a_calendar_date_rejects_the_file(string csv, string? issue)
    {
        var options = new CheckingOptions { Dates = DatePolicy.StudyDayOnly };
        var found = Examples.Check(options, csv);

        Assert.Equal(issue is not null, found.IsRejected);
        Assert.Equal(issue is null ? [] : [issue], found.Short().Where(each => each.EndsWith("092", StringComparison.Ordinal)));
        Assert.DoesNotContain(Examples.Check(csv).Issues, each => each.Check == "SSC-092");
    }

    [Fact]
    public void A_rejected_file_is_not_quoted_anywhere()
    {
        var found = Examples.Check("subject_id,study_day,fvc_l\n张小明,1,13812345678\nS2,soon,2.5\n");

        Assert.True(found.IsRejected);
        Assert.Equal(["Sheet1!C2 SSC-092", "Sheet1!A2 SSC-092"], found.Short().Order(StringComparer.Ordinal).Reverse());
        Assert.DoesNotContain(found.Issues, issue => issue.ToString().Contains("张小明", StringComparison.Ordinal) || issue.Details.Any(detail => detail.Value.Contains("138", StringComparison.Ordinal)));
        Assert.All(found.Issues, issue => Assert.Null(issue.Subject));
    }

    [Fact]
    public void Hidden_sheets_comments_and_properties_are_searched()
    {
        var hidden = new Sheet("Sheet2", [new SheetRow(1, [Cell.OfText(1, "13812345678")])]) { Visibility = SheetVisibility.VeryHidden };
        var commented = Examples.Sheet("Sheet1", "subject_id,study_day,mrss_total\nS1,1,20\n") with { Comments = [new SheetComment(new CellAddress(2, 3), "me", "ring 021-64370045")] };
        var reading = WorkbookReading.Of(new Workbook(WorkbookFormat.Xlsx, [commented, hidden]) { Texts = [new WorkbookText("document property \"creator\"", "someone@example.org")] });

        Assert.Equal(["! SSC-093", "Sheet1!C2 SSC-092", "Sheet2!A1 SSC-092"], Examples.Check(new CheckingOptions(), Examples.Alone, reading).Short());
    }

    [Fact]
    public void A_year_of_birth_may_be_sent_and_a_date_of_birth_may_not()
    {
        Assert.False(Examples.Check("subject_id,sex,date of birth\nS1,F,1970\n").IsRejected);
        Assert.Equal(["Sheet1!C2 SSC-092"], Examples.Check("subject_id,sex,date of birth\nS1,F,1970-05-01\n").Short());
    }
}
