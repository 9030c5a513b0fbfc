using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Recognising;

public sealed class HeadingTests
{
    [Theory]
    [InlineData("Pt No.,Follow-up,Study Day,mRSS (0-51),FVC (L),FVC % pred.,DLCO [mL/min/mmHg],s-Alb (g/L)", "visit_label,study_day,mrss_total,fvc_l,fvc_pct_pred,dlco,albumin_g_l")]
    [InlineData("受试者编号,访视,治疗天数,改良Rodnan皮肤评分,用力肺活量（L）,FVC占预计值%,一氧化碳弥散量,血清白蛋白(g/L)", "visit_label,study_day,mrss_total,fvc_l,fvc_pct_pred,dlco,albumin_g_l")]
    [InlineData("PATIENT_ID,VISIT DATE,Rodnan,ppFVC,TLCO (mmol/min/kPa),Hgb,全胃肠外营养,体重(kg)", "visit_date,mrss_total,fvc_pct_pred,dlco,hb_g_l,tpn,weight_kg")]
    [InlineData("受试者ID,随访时点,治疗日,皮肤积分,FVC占预计值比例,弥散功能(%),是否使用TPN", "visit_label,study_day,mrss_total,fvc_pct_pred,dlco_pct_pred,tpn")]
    [InlineData("Trial no,Review date,Months on drug,mRSS,Gas transfer,Doctor VAS", "visit_date,visit_month,mrss_total,dlco,physician_global")]
    public void Untidy_headings_of_visits_are_understood(string headings, string variables) => AssertRead(headings, variables, RecordKind.Visit);

    [Theory]
    [InlineData("Subj,Sex,Age (yrs),Began drug,Off drug since,Dose mg/d,ILD (Y/N)", "sex,age_years,imatinib_start_date,imatinib_last_dose_date,imatinib_dose_mg_per_day,ild")]
    [InlineData("患者编号,性别,年龄(岁),服药开始,停药日期,日剂量,间质性肺病", "sex,age_years,imatinib_start_date,imatinib_last_dose_date,imatinib_dose_mg_per_day,ild")]
    [InlineData("Subject ID,Gender,Height cm,Start date,End date", "sex,height_cm,imatinib_start_date,imatinib_last_dose_date")]
    [InlineData("Pt #,Sex M/F,SSc subtype,Commenced imatinib,Imatinib until,Gut involvement", "sex,ssc_subset,imatinib_start_date,imatinib_last_dose_date,severe_gi_involvement")]
    [InlineData("患者ID,性別,病程(月),开始服药时间,末次服药时间,合并ILD", "sex,disease_duration_years,imatinib_start_date,imatinib_last_dose_date,ild")]
    public void Untidy_headings_of_subjects_are_understood(string headings, string variables) => AssertRead(headings, variables, RecordKind.Subject);

    [Theory]
    [InlineData("Subject,Adverse event,AE started,AE ended,Grade,Serious?,Relationship,Outcome,Action taken", "ae_term,ae_onset_date,ae_end_date,ae_grade,ae_serious,ae_causality,ae_outcome,ae_action")]
    [InlineData("受试者编号,不良事件,发生日期,终止日期,分级,是否严重,与药物关系,转归", "ae_term,ae_onset_date,ae_end_date,ae_grade,ae_serious,ae_causality,ae_outcome")]
    [InlineData("id,event,start date,end date,ctcae grade,sae", "ae_term,ae_onset_date,ae_end_date,ae_grade,ae_serious")]
    [InlineData("患者ID,不良反应描述,不良反应发生时间,不良事件结束时间,不良反应分级,是否为严重不良事件,与伊马替尼相关性,AE结局", "ae_term,ae_onset_date,ae_end_date,ae_grade,ae_serious,ae_causality,ae_outcome")]
    public void Untidy_headings_of_adverse_events_are_understood(string headings, string variables) => AssertRead(headings, variables, RecordKind.AdverseEvent);

    [Theory]
    [InlineData("FEV1%")]
    [InlineData("PGA")]
    [InlineData("VAS")]
    [InlineData("PF")]
    [InlineData("result")]
    [InlineData("score")]
    public void A_heading_with_two_meanings_is_never_mapped(string heading)
    {
        var found = Examples.Check($"subject_id,study_day,mrss_total,{heading}\nS1,1,20,3\n");

        Assert.Contains("Sheet1!D1 SSC-009", found.Short());
        Assert.Equal(["mrss_total"], found.Rows[0].Outcomes.Select(outcome => outcome.Variable));
    }

    [Fact]
    public void A_likely_heading_is_suggested_and_not_taken()
    {
        var found = Examples.Check("subject_id,study_day,mrss_total,albumine\nS1,1,20,40\n");

        Assert.Equal("The column \"albumine\" was not read: its heading is not known. Did you mean \"Serum albumin\" (albumin_g_l)?", Examples.Checker.Describe(found.Issues.Single(issue => issue.Check == "SSC-008")).Message);
        Assert.Equal(1, found.ValueCounts.Read);
    }

    [Fact]
    public void Titles_units_blank_rows_and_summaries_are_no_data()
    {
        var found = Examples.Check("Imatinib in SSc,,,\nprinted by the ward,,,\nsubject,day,FVC,albumin\n,d,mL,g/dL\nS1,1,2850,3.8\n,,,\nS2,1,2700,4.1\nMean,,2775,3.95\nSD,,106,0.2\n");

        Assert.Empty(found.Errors());
        Assert.Equal(["S1 d1 2.85 38", "S2 d1 2.7 41"], found.Rows.Select(row => $"{row.Subject} {row.Visit} {string.Join(' ', row.Outcomes.Select(outcome => outcome.Value))}"));
        Assert.Equal(["Sheet1!A8 SSC-014", "Sheet1!A9 SSC-014"], found.Short().Where(issue => issue.EndsWith("SSC-014", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sheets_of_one_visit_are_joined_on_subject_and_time()
    {
        var found = Examples.Check("subject,month,mRSS\nS1,0,20\nS1,6,15\n", "subject,month,FVC\nS1,6,2.5\n");

        Assert.Equal(["m0", "m6"], found.Rows.Select(row => row.Visit.ToString()));
        Assert.Equal([("mrss_total", "C3"), ("fvc_l", "Sheet2!C2")], found.Rows[1].Outcomes.Select(outcome => (outcome.Variable, outcome.Cell!)));
    }

    [Fact]
    public void A_subject_in_a_merged_cell_counts_for_all_of_its_rows()
    {
        var sheet = Examples.Sheet("Skin", "subject,day,mRSS\nS1,1,20\n,91,18\nS2,1,30\n") with { Merged = [CellRange.TryParse("A2:A3")!.Value] };
        var found = Examples.Check(new CheckingOptions(), Examples.Alone, Examples.Workbook(sheet));

        Assert.Equal(["S1", "S1", "S2"], found.Rows.Select(row => row.Subject));
    }

    [Fact]
    public void Facts_of_a_subject_on_visit_rows_become_facts_of_the_subject()
    {
        var found = Examples.Check("subject,visit date,sex,began drug,mRSS\nS1,2010-01-04,F,2010-01-04,20\nS1,2010-07-05,F,2010-01-04,15\n");

        var facts = found.Rows.Single(row => row.Kind == RecordKind.Subject);
        Assert.Equal(["sex F", "imatinib_start_date 2010-01-04"], facts.Outcomes.Select(outcome => $"{outcome.Variable} {outcome.Value}"));
        Assert.Empty(found.Issues);
    }

    [Fact]
    public void A_table_of_subjects_stays_one_when_it_holds_a_baseline_measurement()
    {
        var found = Examples.Check("subject,sex,height,first dose date,FVC\nS1,F,160,2010-01-04,2.5\n");

        Assert.Equal(RecordKind.Subject, Assert.Single(found.Rows.AsEnumerable()).Kind);
        Assert.Equal(["Sheet1!E1 SSC-015"], found.Short());
    }

    [Fact]
    public void The_weight_on_a_row_of_an_event_is_no_fact_about_the_subject()
    {
        var found = Examples.Check("subject,adverse event,grade,weight\nS1,Nausea,1,50\nS1,Rash,1,60\n");

        Assert.Contains("Sheet1!D1 SSC-015", found.Short());
        Assert.DoesNotContain(found.Rows, row => row.Kind == RecordKind.Subject);
    }

    [Fact]
    public void A_visit_known_by_name_only_takes_the_month_of_its_name()
    {
        var found = Examples.Check("subject,访视,mRSS\nS1,基线,20\nS1,6 months,15\nS1,24 mo,10\n");

        Assert.Equal(["m0", "m6", "m24"], found.Rows.Select(row => row.Visit.ToString()));
        Assert.Equal("基线", found.Outcome("visit_label")?.Value.Text);
    }

    private static void AssertRead(string headings, string variables, RecordKind kind)
    {
        var reading = Examples.Checker.Read("a.csv", Examples.Workbook(Examples.Sheet("Sheet1", headings + "\n" + string.Join(',', headings.Split(',').Select((_, index) => $"x{index}")) + "\n")), CancellationToken.None);

        var table = Assert.Single(reading.Tables);
        Assert.Equal(kind, table.Kind);
        Assert.Equal(1, table.SubjectColumn);
        Assert.Equal(variables.Split(','), table.Columns.Select(column => column.Variable.Name));
    }
}
