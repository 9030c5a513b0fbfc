using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Recognising;

public sealed class WideTableTests
{
    [Theory]
    [InlineData("mRSS BL,mRSS 6m,mRSS 12m", "m0 m6 m12")]
    [InlineData("mRSS_0,mRSS_6m,mRSS_24m", "m0 m6 m24")]
    [InlineData("mRSS_0,mRSS_3,mRSS_12", "m0 m3 m12")]
    [InlineData("基线mRSS,mRSS 6个月,mRSS 24月", "m0 m6 m24")]
    [InlineData("基线皮肤评分,治疗6个月皮肤评分,24月皮肤评分", "m0 m6 m24")]
    [InlineData("mRSS (baseline),mRSS (6 months),mRSS (1 year)", "m0 m6 m12")]
    [InlineData("BL mRSS,M6 mRSS,M12 mRSS", "m0 m6 m12")]
    [InlineData("mRSS wk 0,mRSS wk 24,mRSS week 52", "d1 d169 d365")]
    [InlineData("mRSS D1,mRSS D183,mRSS day 365", "d1 d183 d365")]
    [InlineData("mRSS 基线,mRSS 半年,mRSS 1年", "m0 m6 m12")]
    [InlineData("Baseline mRSS total,Month 6 mRSS total,mRSS total at 12 months", "m0 m6 m12")]
    public void Each_visit_of_a_wide_table_is_a_row_of_its_own(string headings, string visits)
    {
        var found = Examples.Check($"Subject,{headings}\nS1,20,15,10\nS2,30,,\n");

        Assert.Empty(found.Errors());
        Assert.Equal(visits.Split(' '), found.Rows.Where(row => row.Subject == "S1").Select(row => row.Visit.ToString()));
        Assert.Equal(["B2", "C2", "D2"], found.Rows.Where(row => row.Subject == "S1").SelectMany(row => row.Outcomes).Select(outcome => outcome.Cell));
        Assert.Equal([20m, 15m, 10m], found.Rows.Where(row => row.Subject == "S1").SelectMany(row => row.Outcomes).Select(outcome => outcome.Value.Number!.Value));
        Assert.Single(found.Rows, row => row.Subject == "S2");
    }

    [Theory]
    [InlineData("mRSS assessor 1 BL,mRSS assessor 2 BL,mRSS assessor 1 12m,mRSS assessor 2 12m")]
    [InlineData("mRSS Dr Li BL,mRSS Dr Wu BL,mRSS Dr Li 12m,mRSS Dr Wu 12m")]
    [InlineData("评估者1 基线,评估者2 基线,评估者1 12个月,评估者2 12个月")]
    public void Each_visit_of_a_wide_table_has_its_assessors(string headings)
    {
        var found = Examples.Check($"Subject,Sex,{headings}\nS1,F,20,22,10,11\n");

        Assert.Empty(found.Issues);
        Assert.Equal(["m0 21", "m12 10.5"], found.Rows.Where(row => row.Kind == RecordKind.Visit).Select(row => $"{row.Visit} {row.Outcomes.Single(outcome => outcome.Variable == "mrss_total").Value}"));
    }

    [Theory]
    [InlineData("mg/day", "0-100 mm")]
    [InlineData("mg", "0-10")]
    public void A_row_of_units_may_hold_a_scale(string dose, string scale)
    {
        var found = Examples.Check($"Subject,Study day,Dose,Patient global\n,,{dose},{scale}\nS1,1,400,5\n");

        Assert.DoesNotContain(found.Short(), issue => issue.StartsWith("Sheet1!", StringComparison.Ordinal) && !issue.EndsWith("SSC-207", StringComparison.Ordinal));
        Assert.Equal(400m, found.Outcome("imatinib_dose_mg_per_day")?.Value.Number);
    }

    [Fact]
    public void Units_percentages_and_areas_go_with_the_visit()
    {
        var found = Examples.Check("编号,性别,FVC (L) M12,FVC% 6m,DLCO% week 24,albumin (g/dL) BL,FVC 24m % pred,mRSS face 6m\nS1,女,2.5,80,60,3.8,75,2\n");

        Assert.Empty(found.Errors());
        Assert.Equal(
            ["m0 albumin_g_l 38 F2", "m12 fvc_l 2.5 C2", "d169 dlco_pct_pred 60 E2", "m24 fvc_pct_pred 75 G2", "m6 fvc_pct_pred 80 D2", "m6 mrss_area_face 2 H2"],
            found.Rows.Where(row => row.Kind == RecordKind.Visit)
                .SelectMany(row => row.Outcomes.Select(outcome => $"{row.Visit} {outcome.Variable} {outcome.Value} {outcome.Cell}"))
                .Order(StringComparer.Ordinal).OrderBy(text => text[0] == 'm' && text[1] == '0' ? 0 : text.StartsWith("m12", StringComparison.Ordinal) ? 1 : text[0] == 'd' ? 2 : text.StartsWith("m24", StringComparison.Ordinal) ? 3 : 4));
        Assert.Equal("F", found.Rows.Single(row => row.Kind == RecordKind.Subject).Outcomes.Single().Value.Text);
    }

    [Fact]
    public void Facts_beside_the_visits_of_a_wide_table_are_the_subjects()
    {
        var found = Examples.Check("Subject,Sex,Age,Began drug,mRSS BL,mRSS 6m\nS1,F,41,2010-01-04,20,15\n");

        Assert.Empty(found.Issues);
        Assert.Equal(["sex F", "age_years 41", "imatinib_start_date 2010-01-04"], found.Rows.Single(row => row.Kind == RecordKind.Subject).Outcomes.Select(outcome => $"{outcome.Variable} {outcome.Value}"));
        Assert.Equal((3, 5), (found.RowCounts.Read, found.ValueCounts.Read));
    }

    [Fact]
    public void A_date_for_each_visit_decides_over_the_month_of_its_heading()
    {
        var found = Examples.Check("Subject,Date BL,mRSS BL,Date 6m,mRSS 6m,Date EOT,mRSS EOT\nS1,2010-01-04,20,2010-07-12,15,2010-09-01,14\nS2,2010-02-01,30,,25,,\n");

        Assert.Empty(found.Errors());
        Assert.Equal(["S1 20100104", "S2 20100201", "S1 20100712", "S2 m6", "S1 20100901"], found.Rows.Select(row => $"{row.Subject} {row.Visit}"));
    }

    [Fact]
    public void A_visit_without_a_time_is_not_guessed()
    {
        var found = Examples.Check("Subject,mRSS BL,mRSS 6m,mRSS EOT\nS1,20,15,12\n");

        Assert.Equal(["Sheet1!D1 SSC-026"], found.Short().Where(issue => issue.EndsWith("SSC-026", StringComparison.Ordinal)));
        Assert.Equal(["m0", "m6"], found.Rows.Select(row => row.Visit.ToString()));
    }

    [Fact]
    public void A_value_without_a_visit_beside_others_with_one_is_asked_about()
    {
        var found = Examples.Check("Subject,mRSS,mRSS 6m,mRSS 12m\nS1,20,15,12\n");

        Assert.Contains("Sheet1!B1 SSC-027", found.Short());
        Assert.Equal(["m6", "m12"], found.Rows.Select(row => row.Visit.ToString()));
    }

    [Fact]
    public void The_sheet_names_the_measure_where_columns_are_nothing_but_visits()
    {
        var sheets = new[] { Examples.Sheet("mRSS", "Subject,Baseline,6m,12m\nS1,20,15,10\n"), Examples.Sheet("FVC (L)", "Subject,Baseline,6m\nS1,2.5,2.4\n") };
        var found = Examples.Check(new CheckingOptions(), Examples.Alone, Examples.Workbook(sheets));

        Assert.Empty(found.Errors());
        Assert.Equal(
            ["m0 mrss_total 20", "m0 fvc_l 2.5", "m6 mrss_total 15", "m6 fvc_l 2.4", "m12 mrss_total 10"],
            found.Rows.SelectMany(row => row.Outcomes.Select(outcome => $"{row.Visit} {outcome.Variable} {outcome.Value}")));
    }

    [Fact]
    public void A_wrong_row_of_a_wide_table_is_reported_once()
    {
        var found = Examples.Check("Subject,Sex,mRSS BL,mRSS 6m\n,F,20,15\nS1,F,20,15\nMean,,20,15\n");

        Assert.Equal(["Sheet1!A2 SSC-201", "Sheet1!A4 SSC-014"], found.Short());
    }

    [Fact]
    public void A_decimal_comma_anywhere_counts_for_the_whole_wide_sheet()
    {
        var found = Examples.Check("Subject,FVC BL,FVC 6m\nS1,\"2,85\",\"2,8\"\nS2,\"3,00\",\"2,999\"\n");

        Assert.Equal(["2.85", "3", "2.8", "2.999"], found.Rows.SelectMany(row => row.Outcomes).Select(outcome => outcome.Value.ToString()));
    }

    [Theory]
    [InlineData("Subject,Baseline,,6 months,,12 months,\n,mRSS,FVC,mRSS,FVC,mRSS,FVC\n")]
    [InlineData(",Baseline,,6 months,,12 months,\nSubject,mRSS,FVC (L),mRSS,FVC (L),mRSS,FVC (L)\n")]
    [InlineData("编号,基线,,6个月,,12个月,\n,皮肤评分,用力肺活量,皮肤评分,用力肺活量,皮肤评分,用力肺活量\n,,L,,L,,L\n")]
    [InlineData("Skin and lung,,,,,,\nSubject,Baseline,Baseline,M6,M6,M12,M12\n,mRSS,FVC,mRSS,FVC,mRSS,FVC\n")]
    public void Visits_above_variables_are_read(string headings)
    {
        var found = Examples.Check(headings + "S1,20,2.5,15,2.4,10,2.3\nS2,30,2.8,,,,\n");

        Assert.Empty(found.Errors());
        Assert.Equal(
            ["S1 m0 20 2.5", "S2 m0 30 2.8", "S1 m6 15 2.4", "S1 m12 10 2.3"],
            found.Rows.Select(row => $"{row.Subject} {row.Visit} {string.Join(' ', row.Outcomes.Select(outcome => outcome.Value))}"));
    }

    [Fact]
    public void Merged_cells_say_how_far_a_visit_reaches()
    {
        var sheet = Examples.Sheet("Data", "Subject,Baseline,,6 months,,Sex\n,mRSS,FVC,mRSS,FVC,\nS1,20,2.5,15,2.4,F\n") with
        {
            Merged = [.. new[] { "A1:A2", "B1:C1", "D1:E1", "F1:F2" }.Select(range => CellRange.TryParse(range)!.Value)],
        };
        var found = Examples.Check(new CheckingOptions(), Examples.Alone, Examples.Workbook(sheet));

        Assert.Empty(found.Issues);
        Assert.Equal(["S1  F", "S1 m0 20 2.5", "S1 m6 15 2.4"], found.Rows.Select(row => $"{row.Subject} {row.Visit} {string.Join(' ', row.Outcomes.Select(outcome => outcome.Value))}"));
    }

    [Fact]
    public void Variables_above_visits_are_read()
    {
        var found = Examples.Check("Subject,mRSS,,FVC (L),\n,BL,6m,BL,6m\nS1,20,15,2.5,2.4\n");

        Assert.Empty(found.Errors());
        Assert.Equal(["m0 20 2.5", "m6 15 2.4"], found.Rows.Select(row => $"{row.Visit} {string.Join(' ', row.Outcomes.Select(outcome => outcome.Value))}"));
    }

    [Fact]
    public void A_group_above_the_headings_is_no_visit()
    {
        var found = Examples.Check(",,Skin,Pulmonary function,,Nutrition\nSubject,Day,mRSS,FVC,DLCO,albumin\nS1,1,20,2.5,17,40\n");

        Assert.Empty(found.Errors());
        Assert.Equal("d1", Assert.Single(found.Rows.AsEnumerable()).Visit.ToString());
        Assert.Equal(5, found.ValueCounts.Read + 1);
    }

    [Fact]
    public void A_group_that_completes_the_headings_below_is_read_with_them()
    {
        var found = Examples.Check("Subject,Day,FVC,,DLCO,\n,,L,% pred,mL/min/mmHg,% pred\nS1,1,2.5,80,17,70\n");

        Assert.Empty(found.Errors());
        Assert.Equal(["fvc_l", "fvc_pct_pred", "dlco", "dlco_pct_pred"], found.Rows[0].Outcomes.Select(outcome => outcome.Variable));
    }

    [Theory]
    [InlineData("mRSS Dr Li,mRSS Dr Wang")]
    [InlineData("mRSS (rater: east),mRSS (rater: west)")]
    [InlineData("评分者甲,评分者乙")]
    [InlineData("李医生mRSS,王医生mRSS")]
    [InlineData("李医生评分,王医生评分")]
    public void Raters_with_names_become_assessors_in_the_order_of_their_columns(string headings)
    {
        var found = Examples.Check($"subject,day,{headings},FVC\nS1,1,20,22,2.5\n");

        Assert.Empty(found.Errors());
        Assert.Equal(["mrss_assessor1 20", "mrss_assessor2 22", "mrss_total 21"], found.Rows[0].Outcomes.Where(outcome => outcome.Variable.StartsWith("mrss", StringComparison.Ordinal)).Select(outcome => $"{outcome.Variable} {outcome.Value}"));
    }

    [Fact]
    public void Two_columns_of_the_same_heading_are_not_guessed() =>
        Assert.Contains("Sheet1!D1 SSC-010", Examples.Check("subject,day,mRSS,mRSS\nS1,1,20,22\n").Short());

    [Theory]
    [InlineData("subject,week,mRSS\nS1,0,20\nS1,24,15\n", "d1 d169")]
    [InlineData("subject,周,mRSS\nS1,0,20\nS1,第24周,15\n", "d1 d169")]
    [InlineData("subject,visit,mRSS\nS1,wk 0,20\nS1,24周,15\n", "d1 d169")]
    [InlineData("subject,visit,mRSS\nS1,BL,20\nS1,year 1,15\n", "m0 m12")]
    [InlineData("subject,month,mRSS\nS1,基线,20\nS1,M6,15\n", "m0 m6")]
    [InlineData("subject,date,week,mRSS\nS1,2010-01-04,0,20\nS1,2010-07-05,26,15\n", "20100104 20100705")]
    public void Weeks_years_and_names_say_when_a_visit_was(string csv, string visits)
    {
        var found = Examples.Check(csv);

        Assert.Empty(found.Errors());
        Assert.Equal(visits.Split(' '), found.Rows.Select(row => row.Visit.ToString()));
    }
}
