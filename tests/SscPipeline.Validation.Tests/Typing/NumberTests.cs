using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Typing;

public sealed class NumberTests
{
    [Theory]
    [InlineData("Albumin (g/L)", "38", "38", null)]
    [InlineData("Albumin (g/L)", "３８．５", "38.5", null)]
    [InlineData("Albumin (g/L)", " 38 ", "38", null)]
    [InlineData("Albumin (g/L)", "28 L", "28", "28 L")]
    [InlineData("Albumin (g/L)", "28↓", "28", "28↓")]
    [InlineData("Albumin (g/L)", "58 H*", "58", "58 H*")]
    [InlineData("Albumin (g/dL)", "3.8", "38", "3.8 g/dL")]
    [InlineData("Albumin, g/dL", "3.8", "38", "3.8 g/dL")]
    [InlineData("albumin_g_dl", "3.8", "38", "3.8 g/dL")]
    [InlineData("白蛋白（g/dL）", "3.8", "38", "3.8 g/dL")]
    [InlineData("Albumin", "3.8 g/dL", "38", "3.8 g/dL")]
    [InlineData("Albumin", "3.8 g/dL L", "38", "3.8 g/dL L")]
    [InlineData("FVC", "2.85 L", "2.85", "2.85 L")]
    [InlineData("FVC (mL)", "2850", "2.85", "2850 mL")]
    [InlineData("FVC (mL)", "\"2,850,0\"", null, null)]
    [InlineData("FVC (L)", "2850 mL", "2.85", "2850 mL")]
    [InlineData("DLCO (mmol/min/kPa)", "5.5", "16.4285", "5.5 mmol/min/kPa")]
    [InlineData("Height (m)", "1.62", "162", "1.62 m")]
    [InlineData("Weight (lb)", "120", "54.4310844", "120 lb")]
    [InlineData("Hb g/dL", "12.8", "128", "12.8 g/dL")]
    [InlineData("FVC %", "85%", "85", "85%")]
    [InlineData("FEV1/FVC (%)", "81", "0.81", "81 %")]
    [InlineData("mRSS", "26/51", "26", "26/51")]
    [InlineData("Dose", "0.2g", "200", "0.2g")]
    [InlineData("Dose", "100 mg bid", "200", "100 mg bid")]
    [InlineData("Dose", "200mg qd", "200", "200mg qd")]
    [InlineData("Dose", "100mg 每日两次", "200", "100mg 每日两次")]
    [InlineData("伊马替尼", "0", "0", null)]
    public void A_number_is_read_in_the_unit_that_heading_or_cell_name(string heading, string cell, string? value, string? sent)
    {
        var found = Examples.Check($"subject_id,study_day,visit,{(heading.Contains(',', StringComparison.Ordinal) ? $"\"{heading}\"" : heading)}\nS1,1,BL,{cell}\n");
        var outcome = found.Rows is [var first, ..] ? first.Outcomes.SingleOrDefault(outcome => outcome.Value.Number is not null) : null;

        Assert.Equal(value, outcome?.Value.ToString());
        Assert.Equal(sent, outcome?.Sent);
    }

    [Theory]
    [InlineData("<20", "<", 20)]
    [InlineData("＞40", ">", 40)]
    [InlineData("≤22", "<=", 22)]
    [InlineData(">= 45", ">=", 45)]
    public void A_bound_is_kept_as_a_bound(string cell, string comparator, double bound)
    {
        var outcome = Examples.Check($"subject_id,study_day,albumin_g_l\nS1,1,{cell}\n").Outcome("albumin_g_l");

        Assert.Equal((comparator, (decimal?)bound), (outcome?.Comparator, outcome?.Value.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("n.d.")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("/")]
    [InlineData("999")]
    [InlineData("未查")]
    [InlineData("拒查")]
    public void A_missing_value_is_missing_with_its_reason_and_no_issue(string cell)
    {
        var found = Examples.Check($"subject_id,study_day,mrss_total,fvc_l\nS1,1,20,{cell}\n");

        Assert.Equal(new MissingValue("fvc_l", cell.Length == 0 ? MissingReason.Blank : MissingReason.NotDone), Assert.Single(found.Rows[0].Missing.AsEnumerable()));
        Assert.Empty(found.Errors());
        Assert.Equal(1, found.ValueCounts.Missing);
    }

    [Theory]
    [InlineData("Patient global (0-100 mm)", "45", "4.5")]
    [InlineData("Patient global (mm)", "45", "4.5")]
    [InlineData("PtGA (0-100)", "45", "4.5")]
    [InlineData("PtGA (0-3)", "1.5", "5")]
    [InlineData("PtGA", "45 mm", "4.5")]
    [InlineData("PtGA (0-10)", "4.5", "4.5")]
    [InlineData("PtGA", "45", null)]
    [InlineData("mRSS", "24/25", null)]
    [InlineData("mRSS", "24-26", null)]
    [InlineData("Hb (mmol/L)", "8", "128.912")]
    [InlineData("CTC grade", "2-Jan", null)]
    public void A_scale_counts_only_where_it_is_declared(string heading, string cell, string? value)
    {
        var found = Examples.Check($"subject_id,study_day,{heading}\nS1,1,{cell}\n");

        Assert.Equal(value, found.Rows is [var first, ..] ? first.Outcomes.SingleOrDefault(outcome => outcome.Value.Number is not null)?.Value.ToString() : null);
    }

    [Theory]
    [InlineData("2-Jan")]
    [InlineData("Jan-02")]
    [InlineData("1月2日")]
    public void A_grade_that_a_spreadsheet_took_for_a_date_is_named_as_such(string cell) =>
        Assert.Contains(Examples.Check($"subject_id,ae_term,ae_grade\nS1,Nausea,{cell}\n").Short(), issue => issue == "Sheet1!C2 SSC-114");

    [Fact]
    public void Zero_is_never_missing() =>
        Assert.Equal(0m, Examples.Check("subject_id,study_day,mrss_total\nS1,1,0\n").Outcome("mrss_total")?.Value.Number);

    [Fact]
    public void Commas_are_decimal_when_the_sheet_shows_it()
    {
        var found = Examples.Check("subject_id,study_day,fvc_l,fev1_l\nS1,1,\"2,85\",\"2,1\"\nS2,1,\"3,0\",3\n");

        Assert.Empty(found.Errors());
        Assert.Equal(2.85m, found.Outcome("fvc_l")?.Value.Number);
    }

    [Fact]
    public void Commas_and_points_in_one_sheet_are_not_guessed() =>
        Assert.StartsWith("Sheet1!C2", Assert.Single(Examples.Check("subject_id,study_day,fvc_l,fev1_l\nS1,1,\"2,85\",2.1\n").Errors()), StringComparison.Ordinal);

    [Theory]
    [InlineData("0.0%", 0.85, 85)]
    [InlineData("General", 85, 85)]
    public void A_percentage_format_is_read_as_it_is_shown(string format, double number, double percent)
    {
        var sheet = Examples.Sheet("Lung", "subject_id,study_day,fvc_pct_pred\nS1,1,x\n");
        var row = sheet.Rows[1];
        sheet = sheet with { Rows = [sheet.Rows[0], new SheetRow(row.Number, [row.Cells[0], row.Cells[1], Cell.OfNumber(3, number, new NumberFormat(format))])] };

        Assert.Equal((decimal)percent, Examples.Check(new CheckingOptions(), Examples.Alone, Examples.Workbook(sheet)).Outcome("fvc_pct_pred")?.Value.Number);
    }
}
