using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

public sealed class DamagedFiles
{
    [Theory]
    [InlineData("table-openpyxl.xlsx")]
    [InlineData("table-sheetjs.xlsb")]
    [InlineData("table-libreoffice.xls")]
    public void A_file_that_was_cut_short_is_damaged_wherever_the_cut_is(string name)
    {
        var whole = Sample.Museum(name);

        for (var part = 1; part < 10; part++)
        {
            var fault = Sample.Refuse(whole[..(whole.Length * part / 10)], name);
            Assert.Equal(WorkbookFaultKind.Damaged, fault.Kind);
        }
    }

    [Theory]
    [InlineData("table-openpyxl.xlsx")]
    [InlineData("corners-sheetjs.xlsb")]
    [InlineData("corners-libreoffice.xls")]
    [InlineData("table-sheetjs-biff5.xls")]
    [InlineData("corners-libreoffice.xlsx")]
    public void Whatever_bytes_are_wrong_there_is_a_workbook_or_one_fault_and_no_exception(string name)
    {
        var whole = Sample.Museum(name);

        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            for (var i = random.Next(1, 12); i > 0; i--)
            {
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            }

            var reading = Sample.Read(bytes, name);
            Assert.True(reading.Workbook is null ^ reading.Fault is null, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("""<sheetData><row><c t="s"><v>9</v></c></row></sheetData>""")]
    [InlineData("<sheetData><row><c><v>1</c></row></sheetData>")]
    [InlineData("<sheetData><row>")]
    public void Malformed_content_is_damage(string worksheet) =>
        Assert.Equal(WorkbookFaultKind.Damaged, Sample.Refuse(Sample.Xlsx(worksheet)).Kind);

    [Fact]
    public void No_entity_is_ever_expanded()
    {
        var bytes = Sample.Zip(
            ("xl/workbook.xml", """<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook><sheets><sheet name="&b;"/></sheets></workbook>"""));

        Assert.Equal(WorkbookFaultKind.Damaged, Sample.Refuse(bytes).Kind);
    }

    [Fact]
    public void A_sheet_that_is_listed_and_missing_is_damage()
    {
        var bytes = Sample.Zip(("xl/workbook.xml", """<workbook xmlns:r="r"><sheets><sheet name="Visits" r:id="r1"/></sheets></workbook>"""));

        Assert.Equal(WorkbookFaultKind.Damaged, Sample.Refuse(bytes).Kind);
    }

    [Fact]
    public void An_encrypted_old_workbook_asks_for_its_password()
    {
        var bytes = Sample.Museum("table-libreoffice.xls");
        var afterBegin = bytes.AsSpan().IndexOf<byte>([0x09, 0x08, 0x10, 0x00]) + 20;
        var userRecordEnd = bytes.AsSpan().IndexOf<byte>([0x5C, 0x00, 0x70, 0x00]) + 4 + 0x70;
        byte[] encryption = [0x2F, 0x00, (byte)(userRecordEnd - afterBegin - 4), 0x00, 0x00, 0x00, 0x34, 0x12, 0x78, 0x56];
        encryption.CopyTo(bytes, afterBegin);

        Assert.Equal(WorkbookFaultKind.PasswordProtected, Sample.Refuse(bytes, "a.xls").Kind);
    }

    [Fact]
    public void An_encrypted_new_workbook_asks_for_its_password()
    {
        var bytes = CompoundFileBuilder.With("EncryptedPackage");

        Assert.Equal(new WorkbookFault(WorkbookFaultKind.PasswordProtected, "an .xlsx workbook with a password"), Sample.Refuse(bytes));
    }

    [Fact]
    public void A_compound_file_of_another_program_is_named() =>
        Assert.Equal(new WorkbookFault(WorkbookFaultKind.ForeignFormat, "a Word document (.doc)"), Sample.Refuse(CompoundFileBuilder.With("WordDocument")));
}
