using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Domain.Tests.Workbooks;

public sealed class CellAddressTests
{
    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(52, "AZ")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16_384, "XFD")]
    public void Columns_have_the_letters_that_Excel_shows(int column, string letters) => Assert.Equal(letters, CellAddress.ColumnName(column));

    [Theory, InlineData(0), InlineData(-1)]
    public void There_is_no_column_before_A(int column) => Assert.Throws<ArgumentOutOfRangeException>(() => CellAddress.ColumnName(column));

    [Fact]
    public void Every_column_is_read_back()
    {
        for (var column = 1; column <= CellAddress.MaxColumn; column++)
        {
            var address = new CellAddress(14, column);
            Assert.Equal(address, CellAddress.TryParse(address.ToString()));
        }
    }

    [Theory]
    [InlineData("$T$14")]
    [InlineData("T$14")]
    [InlineData("$T14")]
    [InlineData("t14")]
    public void Dollars_and_small_letters_are_read(string text) => Assert.Equal(new CellAddress(14, 20), CellAddress.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("T")]
    [InlineData("14")]
    [InlineData("T0")]
    [InlineData("T-1")]
    [InlineData("XFE1")]
    [InlineData("T14 ")]
    [InlineData("T1.5")]
    [InlineData("ABCDEFGHIJ1")]
    [InlineData("T99999999999")]
    [InlineData("Ä1")]
    public void Anything_else_is_no_address(string text) => Assert.Null(CellAddress.TryParse(text));

    [Fact]
    public void Addresses_sort_by_row_then_column() =>
        Assert.Equal([new(1, 2), new(1, 30), new(2, 1)], new CellAddress[] { new(2, 1), new(1, 30), new(1, 2) }.Order());

    [Fact]
    public void A_range_includes_both_corners()
    {
        var range = CellRange.TryParse("B2:C4")!.Value;

        Assert.True(range.Contains(new(2, 2)) && range.Contains(new(4, 3)));
        Assert.False(range.Contains(new(5, 3)) || range.Contains(new(2, 1)));
        Assert.Equal(new CellRange(new(1, 1), new(1, 1)), CellRange.TryParse("A1"));
        Assert.Null(CellRange.TryParse("A1:"));
    }
}
