using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>The places in which values and persons' names hide.</summary>
public sealed class MuseumCorners
{
    [Theory]
    [InlineData("corners-openpyxl.xlsx")]
    [InlineData("corners-libreoffice.xlsx")]
    [InlineData("corners-libreoffice.xls")]
    [InlineData("corners-sheetjs.xlsx")]
    [InlineData("corners-sheetjs.xlsb")]
    public void Merged_ranges_and_hidden_columns_and_rows_are_known(string name)
    {
        var sheet = Sample.Open(Sample.Museum(name), name).Sheets[0];

        Assert.Equal("A7:C8", Assert.Single(sheet.Merged).ToString());
        Assert.Equal([4], sheet.HiddenColumns.ToArray());
        Assert.Equal([3], sheet.Rows.Where(row => row.IsHidden).Select(row => row.Number));
    }

    [Theory]
    [InlineData("corners-openpyxl.xlsx")]
    [InlineData("corners-libreoffice.xlsx")]
    [InlineData("corners-libreoffice.xls")]
    public void Hidden_sheets_notes_properties_names_and_page_texts_are_known(string name)
    {
        var workbook = Sample.Open(Sample.Museum(name), name);

        Assert.Equal(["Corners", "Key", "Deep"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(SheetVisibility.Visible, workbook.Sheets[0].Visibility);
        Assert.All(workbook.Sheets.Skip(1), sheet => Assert.NotEqual(SheetVisibility.Visible, sheet.Visibility));
        Assert.Equal(["C2"], workbook.Sheets[0].Comments.Select(comment => comment.Address.ToString()));
        Assert.Contains("measured twice", workbook.Sheets[0].Comments[0].Text, StringComparison.Ordinal);
        Assert.Contains(workbook.Texts, text => text.Text.Contains("Clinic of Dr. Example", StringComparison.Ordinal));
        Assert.Contains(workbook.Texts, text => text.Text.Contains("printed by B. Example", StringComparison.Ordinal));
        Assert.Contains(workbook.Texts, text => text.Where == "document property \"creator\"" && text.Text == "Example Author");
        Assert.Contains(workbook.Texts, text => text.Where == "document property \"description\"" && text.Text == "Example description");
        Assert.Contains(workbook.Texts, text => text.Where.Contains("patient_list", StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_names_its_author_and_a_link_its_target()
    {
        var workbook = Sample.Open(Sample.Museum("corners-openpyxl.xlsx"));

        Assert.Equal("Nurse A", workbook.Sheets[0].Comments[0].Author);
        Assert.Contains(new WorkbookText("link at Corners!A10", "mailto:someone@example.org"), workbook.Texts);
        Assert.Equal([SheetVisibility.Visible, SheetVisibility.Hidden, SheetVisibility.VeryHidden], workbook.Sheets.Select(sheet => sheet.Visibility));
    }

    [Theory]
    [InlineData("corners-sheetjs.xlsx")]
    [InlineData("corners-sheetjs.xlsb")]
    [InlineData("corners-sheetjs.xls")]
    public void A_formula_counts_with_the_value_that_was_saved_and_an_error_is_an_error(string name)
    {
        var workbook = Sample.Open(Sample.Museum(name), name);

        Assert.Equal("52", workbook.At("H2").Shown());
        Assert.Equal((CellKind.Error, "#DIV/0!"), (workbook.At("H3").Kind, workbook.At("H3").Text));
        Assert.Equal("high", workbook.At("H4").Shown());
    }

    [Theory]
    [InlineData("corners-libreoffice.xlsx")]
    [InlineData("corners-libreoffice.xls")]
    public void A_calculated_value_is_marked_as_one(string name)
    {
        var cell = Sample.Open(Sample.Museum(name), name).At("H2");

        Assert.Equal(("52", true), (cell.Shown(), cell.IsFormula));
    }

    [Fact]
    public void A_formula_that_no_program_has_calculated_is_remarked_on()
    {
        var workbook = Sample.Open(Sample.Museum("corners-openpyxl.xlsx"));

        Assert.Equal([new WorkbookRemark(WorkbookRemarkKind.FormulaNotCalculated, "Corners!H2")], workbook.Remarks.ToArray());
    }
}
