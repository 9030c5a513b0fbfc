namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>A unit as a heading writes it.</summary>
/// <param name="Factor">The canonical value times this is what is written.</param>
internal sealed record WrittenUnit(string Text, decimal Factor, int Decimals);

/// <summary>How coordinators call a variable, in two languages, and in which units they send it.</summary>
internal sealed record Term(string[] English, string[] Chinese, params WrittenUnit[] Units)
{
    public string Name(Habits habits) => Pick(habits.IsChinese ? Chinese : English, habits.Spelling);

    public WrittenUnit Unit(Habits habits) => Units.Length == 0 ? new WrittenUnit("", 1, 0) : Pick(Units, habits.Spelling / 7);

    private static T Pick<T>(T[] list, int number) => list[number % list.Length];
}

internal static class Vocabulary
{
    private static readonly (string Name, string Chinese)[] AreaNames =
    [
        ("face", "面部"), ("chest", "前胸"), ("abdomen", "腹部"), ("finger_r", "右手指"), ("finger_l", "左手指"), ("hand_r", "右手背"), ("hand_l", "左手背"),
        ("forearm_r", "右前臂"), ("forearm_l", "左前臂"), ("uparm_r", "右上臂"), ("uparm_l", "左上臂"), ("thigh_r", "右大腿"), ("thigh_l", "左大腿"),
        ("leg_r", "右小腿"), ("leg_l", "左小腿"), ("foot_r", "右足"), ("foot_l", "左足"),
    ];

    public static string[] Areas { get; } = [.. AreaNames.Select(area => $"mrss_area_{area.Name}")];

    public static Dictionary<string, Term> Terms { get; } = Build();

    private static Dictionary<string, Term> Build()
    {
        var terms = new Dictionary<string, Term>(StringComparer.Ordinal)
        {
            ["subject_id"] = new(["Subject", "Patient ID", "Study no.", "Subject code", "Pat. ID"], ["受试者编号", "患者编号", "编号", "受试者号", "研究编号"]),
            ["study_day"] = new(["Study day", "Day", "Day of study"], ["研究天数", "用药天数", "研究日"]),
            ["visit_month"] = new(["Month", "Visit (month)", "Months on imatinib"], ["随访月", "治疗月数", "月份"]),
            ["visit_date"] = new(["Visit date", "Date of visit", "Date", "Date of assessment"], ["随访日期", "检查日期", "日期", "就诊日期"]),
            ["sex"] = new(["Sex", "Gender", "M/F"], ["性别", "患者性别"]),
            ["age_years"] = new(["Age", "Age at baseline"], ["年龄", "基线年龄"], new WrittenUnit("", 1, 0), new WrittenUnit("years", 1, 0)),
            ["height_cm"] = new(["Height", "Ht", "Body height"], ["身高"], new WrittenUnit("cm", 1, 0), new WrittenUnit("m", 0.01m, 2)),
            ["weight_kg"] = new(["Weight", "Wt", "Body weight"], ["体重"], new WrittenUnit("kg", 1, 1)),
            ["imatinib_start_date"] = new(["Began drug", "First dose date", "Imatinib started", "Drug started", "Start of imatinib"], ["服药开始", "首次用药日期", "开始用药日期"]),
            ["imatinib_last_dose_date"] = new(["Last dose date", "Date of last dose", "Last imatinib dose", "Drug stopped"], ["末次用药日期", "停药日期", "停药日"]),
            ["mrss_total"] = new(["mRSS", "Modified Rodnan skin score", "mRSS total", "Rodnan score", "Skin score (mRSS)"], ["皮肤评分", "改良Rodnan皮肤评分", "mRSS总分", "皮肤硬化评分"]),
            ["fvc_l"] = new(["FVC", "Forced vital capacity"], ["用力肺活量", "FVC实测值"], new WrittenUnit("L", 1, 2), new WrittenUnit("mL", 1000, 0), new WrittenUnit("", 1, 2)),
            ["fvc_pct_pred"] = new(["FVC % pred", "FVC%", "ppFVC", "FVC % predicted", "FVC (% pred)"], ["FVC占预计值%", "FVC实测/预计", "用力肺活量占预计值百分比"], new WrittenUnit("", 1, 1)),
            ["fev1_l"] = new(["FEV1"], ["一秒量", "FEV1实测值"], new WrittenUnit("L", 1, 2), new WrittenUnit("mL", 1000, 0), new WrittenUnit("", 1, 2)),
            ["fev1_fvc"] = new(["FEV1/FVC"], ["一秒率"], new WrittenUnit("", 1, 2), new WrittenUnit("%", 100, 0)),
            ["tlc_l"] = new(["TLC"], ["肺总量"], new WrittenUnit("L", 1, 2), new WrittenUnit("mL", 1000, 0)),
            ["dlco"] = new(["DLCO", "DLCO-SB"], ["弥散量", "一氧化碳弥散量"], new WrittenUnit("mL/min/mmHg", 1, 1), new WrittenUnit("mmol/min/kPa", 1 / 2.987m, 2)),
            ["dlco_pct_pred"] = new(["DLCO % pred", "DLCO%", "DLCO % predicted", "DLCO (% pred)"], ["DLCO占预计值%", "弥散量占预计值%"], new WrittenUnit("", 1, 1)),
            ["hb_g_l"] = new(["Hb", "Haemoglobin", "Hgb", "Hemoglobin"], ["血红蛋白", "血色素"], new WrittenUnit("g/L", 1, 0), new WrittenUnit("g/dL", 0.1m, 1)),
            ["albumin_g_l"] = new(["Albumin", "Alb", "Serum albumin", "S-Albumin"], ["白蛋白", "血清白蛋白", "血清ALB"], new WrittenUnit("g/L", 1, 0), new WrittenUnit("g/dL", 0.1m, 1), new WrittenUnit("", 1, 0)),
            ["tpn"] = new(["TPN", "Parenteral nutrition", "On TPN?", "TPN (Y/N)"], ["全肠外营养", "静脉营养", "是否TPN", "肠外营养"]),
            ["haq_di"] = new(["HAQ-DI", "HAQ", "HAQ score"], ["健康评估问卷", "HAQ评分", "HAQ-DI评分"], new WrittenUnit("", 1, 3)),
            ["patient_global"] = new(["Patient global", "Patient global assessment", "Pt global"], ["患者总体评估", "患者整体评估"], new WrittenUnit("", 1, 1), new WrittenUnit("0-100 mm", 10, 0)),
            ["comment"] = new(["Comment", "Remarks", "Notes"], ["备注", "说明"]),
            ["ae_term"] = new(["Adverse event", "Event", "AE description", "AE"], ["不良事件", "不良事件名称", "不良反应"]),
            ["ae_onset_date"] = new(["Onset date", "AE started", "Start of AE"], ["发生日期", "开始日期", "发生时间"]),
            ["ae_end_date"] = new(["End date", "AE ended", "Resolved on", "AE resolved"], ["结束日期", "终止日期", "缓解日期"]),
            ["ae_grade"] = new(["CTCAE grade", "Grade", "CTC grade"], ["CTCAE分级", "分级", "严重程度"], new WrittenUnit("", 1, 0)),
            ["ae_serious"] = new(["Serious", "SAE", "Serious?", "SAE (Y/N)"], ["是否严重", "是否SAE", "严重"]),
            ["ae_causality"] = new(["Causality", "Relation to drug", "Relatedness", "Related to imatinib"], ["与药物关系", "因果关系", "相关性"]),
            ["ae_causality_verbatim"] = new(["Causality verbatim"], ["因果关系原文"]),
            ["ae_outcome"] = new(["Outcome", "AE outcome"], ["转归", "结局", "结果"]),
        };
        foreach (var (name, chinese) in AreaNames)
        {
            terms[$"mrss_area_{name}"] = new([$"mRSS {name.Replace("uparm", "upper arm", StringComparison.Ordinal).Replace('_', ' ')}"], [chinese], new WrittenUnit("", 1, 0));
        }

        for (var assessor = 1; assessor <= 4; assessor++)
        {
            terms[$"mrss_assessor{assessor}"] = new([$"mRSS assessor {assessor}", $"Assessor {assessor}"], [$"评估者{assessor}"], new WrittenUnit("", 1, 0));
        }

        terms["mrss_total"] = terms["mrss_total"] with { Units = [new WrittenUnit("", 1, 2)] };
        return terms;
    }
}
