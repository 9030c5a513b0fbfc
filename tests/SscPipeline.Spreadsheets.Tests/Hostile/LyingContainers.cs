using System.Buffers.Binary;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Hostile;

/// <summary>Containers whose directories say what is not so.</summary>
public sealed class LyingContainers
{
    private const string Sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";

    [Fact]
    public void Sizes_that_a_directory_understates_are_not_believed()
    {
        var bytes = Sample.Xlsx(Sheet + new string(' ', 12_000_000));
        Each(bytes, "PK\x01\x02"u8, at => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 10));
        Each(bytes, "PK\x03\x04"u8, at => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 22), 10));

        Assert.Contains(Sample.Refuse(bytes).Kind, new[] { WorkbookFaultKind.LimitExceeded, WorkbookFaultKind.Damaged, WorkbookFaultKind.ForeignFormat });
    }

    [Fact]
    public void Sizes_that_a_directory_overstates_cost_nothing()
    {
        var bytes = Sample.Xlsx(Sheet);
        Each(bytes, "PK\x01\x02"u8, at => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 0xFFFFFFF0));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Sample.Read(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_counted_each_time()
    {
        var bytes = Sample.Xlsx(Sheet, ("xl/sharedStrings.xml", "<sst/>"), ("xl/styles.xml", "<styleSheet/>"));
        Each(bytes, "PK\x01\x02"u8, at => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 42), 0));

        Assert.NotNull(Sample.Read(bytes).Fault);
    }

    [Fact]
    public void The_first_of_parts_with_one_name_counts()
    {
        var workbook = Sample.Open(Sample.Xlsx(Sheet, ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>")));

        Assert.Equal("1", workbook.At("A1").Shown());
    }

    [Fact]
    public void A_bomb_inside_a_zip_inside_a_zip_is_never_opened() =>
        Assert.Equal(WorkbookFaultKind.ForeignFormat, Sample.Refuse(Sample.Zip(("inner.zip", new string('0', 3_000_000)))).Kind);

    [Fact]
    public void A_sheet_that_is_listed_ten_thousand_times_is_not_read_ten_thousand_times()
    {
        var listed = string.Concat(Enumerable.Repeat("""<sheet name="V" sheetId="1" r:id="r1"/>""", 10_000));
        var links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var bytes = Sample.Zip(
            ("_rels/.rels", $"""<Relationships><Relationship Id="r1" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""<workbook xmlns:r="{links}"><sheets>{listed}</sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships><Relationship Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
            ("xl/worksheets/sheet1.xml", $"<worksheet>{Sheet}</worksheet>"));

        Assert.Equal("more than 2,000 sheets", Sample.Refuse(bytes).Detail);
    }

    [Theory]
    [InlineData("table-libreoffice.xls")]
    [InlineData("table-sheetjs.xls")]
    public void Chains_of_sectors_that_run_in_a_circle_are_damage(string name)
    {
        var bytes = Sample.Museum(name);
        var sectorLength = 1 << BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(30));
        var fat = (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(76)) + 1) * sectorLength;
        for (var sector = 0; sector < sectorLength / 4; sector++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(fat + (sector * 4)), sector);
        }

        Assert.Equal(WorkbookFaultKind.Damaged, Sample.Refuse(bytes, name).Kind);
    }

    [Theory]
    [InlineData("""<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>""", "to the right of column")]
    [InlineData("""<row r="1048577"><c><v>1</v></c></row>""", "below row 1,048,576")]
    [InlineData("""<row r="2147483647"><c><v>1</v></c></row>""", "below row 1,048,576")]
    public void Values_where_no_sheet_has_a_cell_cross_a_limit(string row, string detail) =>
        Assert.Contains(detail, Sample.Refuse(Sample.Xlsx($"<sheetData>{row}</sheetData>")).Detail, StringComparison.Ordinal);

    [Fact]
    public void Merged_ranges_where_no_sheet_has_a_cell_are_left_out()
    {
        var workbook = Sample.Open(Sample.Xlsx(Sheet + """<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:A2000000"/></mergeCells>"""));

        Assert.Equal("A1:B2", Assert.Single(workbook.Sheets[0].Merged).ToString());
    }

    private static void Each(byte[] bytes, ReadOnlySpan<byte> mark, Action<int> change)
    {
        for (var at = 0; at + 46 < bytes.Length; at++)
        {
            if (bytes.AsSpan(at).StartsWith(mark))
            {
                change(at);
            }
        }
    }
}
