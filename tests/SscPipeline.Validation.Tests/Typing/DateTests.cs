using SscPipeline.Validation.Typing;

namespace SscPipeline.Validation.Tests.Typing;

public sealed class DateTests
{
    [Theory]
    [InlineData("2012-3-5", "20120305")]
    [InlineData("2012.3.5", "20120305")]
    [InlineData("2012/03/05", "20120305")]
    [InlineData("2012年3月5日", "20120305")]
    [InlineData("20120305", "20120305")]
    [InlineData("5-Mar-2012", "20120305")]
    [InlineData("5 March 2012", "20120305")]
    [InlineData("2012-03-05 00:00:00", "20120305")]
    [InlineData("２０１２－０３－０５", "20120305")]
    [InlineData("25/12/2012", "20121225")]
    [InlineData("12/25/2012", "20121225")]
    public void A_date_is_read_in_many_spellings(string cell, string visit)
    {
        var found = Examples.Check($"subject_id,visit_date,mrss_total\nS1,{cell},20\n");

        Assert.Empty(found.Errors());
        Assert.Equal(visit, found.Rows[0].Visit.ToString());
    }

    [Theory]
    [InlineData("05/03/2012", "SSC-105")]
    [InlineData("5-Mar-12", "SSC-106")]
    [InlineData("05/03/12", "SSC-106")]
    [InlineData("2012-02-30", "SSC-104")]
    [InlineData("31/31/2012", "SSC-104")]
    [InlineData("1 Smarch 2012", "SSC-104")]
    public void A_doubtful_date_withholds_its_row(string cell, string check)
    {
        var found = Examples.Check($"subject_id,visit_date,mrss_total\nS1,{cell},20\n");

        Assert.Contains($"Sheet1!B2 {check}", found.Short());
        Assert.Empty(found.Rows);
        Assert.Equal((1, 1), (found.RowCounts.Withheld, found.ValueCounts.Withheld));
    }

    [Theory]
    [InlineData(1, false, "1900-01-01")]
    [InlineData(59, false, "1900-02-28")]
    [InlineData(60, false, null)]
    [InlineData(61, false, "1900-03-01")]
    [InlineData(40973.75, false, "2012-03-05")]
    [InlineData(39511, true, "2012-03-05")]
    [InlineData(-1, false, null)]
    public void A_serial_number_is_a_day_of_1900_or_1904(double serial, bool uses1904Dates, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), SerialDate.Read(serial, uses1904Dates));

    [Fact]
    public void One_value_above_twelve_decides_its_whole_column()
    {
        var found = Examples.Check("subject_id,visit_date,mrss_total\nS1,05/03/2012,20\nS1,13/04/2012,21\n");

        Assert.Equal(["20120305", "20120413"], found.Rows.Select(row => row.Visit.ToString()));
        Assert.Equal(0, found.RowCounts.Withheld);
    }
}
