using System.Globalization;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>Cells that cannot be read as the number that the column is for.</summary>
internal static class NumberDefects
{
    private static readonly string[] Numbers = ["mrss_total", "fvc_l", "dlco", "albumin_g_l", "hb_g_l", "weight_kg", "haq_di"];

    public static Defect[] All { get; } =
    [
        new("a text in a number", plan => InNumber(plan, "SSC-101", plan.Any("about 30", "see report", "低", "x", "3O"))),
        new("an error cell", plan => plan.Replace(plan.Visit(), plan.Any(Numbers), AsWritten.Error(plan.Any("#DIV/0!", "#REF!", "#VALUE!", "#N/A")), "SSC-103")),
        new("the text of an error", plan => InNumber(plan, "SSC-103", plan.Any("#DIV/0!", "#N/A"))),
        new("a range", plan => InNumber(plan, "SSC-108", plan.Any("24-26", "31–33", "24 ~ 26", "38/40", "24±2"))),
        new("a comma with two meanings", plan => !plan.IsCommaDecimal && plan.Replace(plan.Visit(), plan.Any("fvc_l", "fev1_l"), AsWritten.Text(plan.Any("1,234", "2,850", "2,745")), "SSC-102")),
        new("an unknown unit", plan => plan.Replace(plan.Visit(), "albumin_g_l", AsWritten.Text("0.6 mmol/L".Replace('.', plan.IsCommaDecimal ? ',' : '.')), "SSC-111")),
        new("litres in a column of albumin", plan => plan.Replace(plan.Visit(), "albumin_g_l", AsWritten.Text("38 cm"), "SSC-111")),
        new("a score that became a date", plan => plan.Replace(plan.Visit(), "mrss_total", new AsWritten(plan.Serial(new DateOnly(2012, 2, 1))), "SSC-114")),
        new("a score that became a date in words", plan => plan.Replace(plan.Visit(), "mrss_total", AsWritten.Text(plan.Any("2-Jan", "1月2日")), "SSC-114")),
        new("half a point in an area", plan => plan.Replace(plan.Visit("mrss_area_face"), "mrss_area_hand_r", AsWritten.Text(plan.IsCommaDecimal ? "1,5" : "1.5"), "SSC-112")),
        new("half a point of an assessor", plan => plan.Replace(plan.Visit("mrss_assessor2"), "mrss_assessor2", AsWritten.Text(plan.IsCommaDecimal ? "20,5" : "20.5"), "SSC-112")),
        new("half a grade", plan => plan.Replace(plan.Event(), "ae_grade", AsWritten.Number(2.5, "General"), "SSC-112")),
        new("a fraction in a column of percentages", plan => plan.Replace(plan.Visit(), plan.Any("fvc_pct_pred", "dlco_pct_pred"), Fraction(plan, plan.Any(55, 99)), "SSC-110")),
    ];

    private static bool InNumber(Planting plan, string check, string text) => plan.Replace(plan.Visit(), plan.Any(Numbers), AsWritten.Text(text), check);

    private static AsWritten Fraction(Planting plan, int percent) =>
        AsWritten.Text(string.Create(CultureInfo.InvariantCulture, $"0{(plan.IsCommaDecimal ? ',' : '.')}{percent}"));
}
