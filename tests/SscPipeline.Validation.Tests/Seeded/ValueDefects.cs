namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>Numbers that can be read and cannot be right.</summary>
internal static class ValueDefects
{
    public static Defect[] All { get; } =
    [
        new("a total above 51", plan => plan.Replace(plan.Visit(), "mrss_total", (decimal)plan.Any(52, 70), "SSC-301")),
        new("a total below 0", plan => plan.Replace(plan.Visit(), "mrss_total", -1m, "SSC-301")),
        new("an area of 4", plan => plan.Replace(plan.Visit("mrss_area_face"), plan.Any(Vocabulary.Areas), 4m, "SSC-301")),
        new("an assessor above 51", plan => plan.Replace(plan.Visit("mrss_assessor1"), "mrss_assessor1", 61m, "SSC-301")),
        new("a lost decimal point", plan => plan.Replace(plan.Visit(), plan.Any("fvc_l", "fev1_l", "tlc_l"), (decimal)plan.Any(180, 400), "SSC-301")),
        new("a percentage above 200", plan => plan.Replace(plan.Visit(), plan.Any("fvc_pct_pred", "dlco_pct_pred"), 720m, "SSC-301")),
        new("a height that is none", plan => plan.HasFactsOnce && plan.Replace(plan.Subject(), "height_cm", (decimal)plan.Any(14, 19), "SSC-301")),
        new("a haemoglobin of grams per decilitre", plan => plan.Unit("hb_g_l").Factor == 1 && plan.Replace(plan.Visit(), "hb_g_l", 12m, "SSC-301")),
        new("an HAQ-DI above 3", plan => plan.Replace(plan.Visit(), "haq_di", 3.5m, "SSC-301")),
        new("a grade of 6", plan => plan.Replace(plan.Event(), "ae_grade", 6m, "SSC-301")),
        new("albumin of grams per decilitre", plan => plan.Unit("albumin_g_l").Factor == 1 && plan.Replace(plan.Visit(), "albumin_g_l", AsWritten.Text("4"), "SSC-052")),
        new("a ratio in percent", plan => plan.Unit("fev1_fvc").Factor == 1 && plan.Replace(plan.Visit(), "fev1_fvc", (decimal)plan.Any(70, 90), "SSC-040")),
        new("a global assessment in millimetres", plan => plan.Unit("patient_global").Factor == 1 && plan.Replace(plan.Visit(), "patient_global", (decimal)plan.Any(20, 90), "SSC-088")),
        new("DLCO in the other unit", plan => DlcoInOtherUnit(plan, plan.Visit())),
        new("a total that is not the sum", plan => Other(plan, plan.Visit("mrss_area_face"), "mrss_total", 1, "SSC-021")),
        new("a total that is not the mean", plan => Other(plan, plan.Visit("mrss_assessor1"), "mrss_total", 1, "SSC-022")),
        new("FEV1 above FVC", plan => Above(plan, plan.Visit(), "fev1_l", "fvc_l", 1.1m, "SSC-031")),
        new("TLC far below FVC", plan => Above(plan, plan.Visit(), "tlc_l", "fvc_l", 0.8m, "SSC-032")),
        new("an age above 89", plan => plan.HasFactsOnce && plan.Replace(plan.Subject(), "age_years", (decimal)plan.Any(90, 99), "SSC-060")),
    ];

    private static bool Other(Planting plan, Entry? visit, string variable, decimal more, string check) =>
        visit is not null && plan.Replace(visit, variable, visit.Number(variable) + more, check);

    private static bool Above(Planting plan, Entry? visit, string variable, string other, decimal factor, string check) =>
        visit is not null && plan.Replace(visit, variable, Math.Round(visit.Number(other) * factor, 2), check);

    private static bool DlcoInOtherUnit(Planting plan, Entry? visit) =>
        visit is not null && plan.Unit("dlco").Factor == 1 && plan.Replace(visit, "dlco", Math.Round(visit.Number("dlco") / 2.987m, 1), "SSC-038");
}
