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
    [InlineData("1.10105194912310E+17", false)]
    public void What_identifies_a_person_is_recognised_by_its_form(string text, bool identifies) =>
        Assert.Equal(identifies, ValueTest.Class(text) is not null);

    [Fact]
    public void An_identity_number_that_Excel_has_rounded_is_still_one() =>
        Assert.Equal("a national identity number", ValueTest.Class(110105194912310000d));

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
