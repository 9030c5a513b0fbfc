namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>Dates, codes and rows that do not fit the rest.</summary>
internal static class RowDefects
{
    public static Defect[] All { get; } =
    [
        new("an ambiguous date", plan => plan.Habits.Dates != Dates.DayFirst && InDate(plan, "SSC-105", plan.Any("03/04/2011", "5.6.2011", "07-08-2011"))),
        new("a year of two digits", plan => InDate(plan, "SSC-106", plan.Any("13.04.11", "5-Mar-11", "21/3/12"))),
        new("no date", plan => InDate(plan, "SSC-104", plan.Any("in May", "2011年春", "2011-02-30", "spring 2011"))),
        new("an unknown code of TPN", plan => plan.Replace(plan.Visit(), "tpn", AsWritten.Text(plan.Any("partly", "偶尔", "2")), "SSC-107")),
        new("an unknown code of sex", plan => plan.HasFactsOnce && plan.Replace(plan.Subject(), "sex", AsWritten.Text(plan.Any("X", "3", "他")), "SSC-107")),
        new("an unknown outcome", plan => plan.Replace(plan.Event(), "ae_outcome", AsWritten.Text("waiting"), "SSC-107")),
        new("an event without a name", plan => plan.Replace(plan.Event(), "ae_term", "", "SSC-303")),
        new("an event that ends before it begins", plan => plan.Event() is { } of && plan.Replace(of, "ae_end_date", ((DateOnly)of.Values["ae_onset_date"]).AddDays(-plan.Any(1, 40)), "SSC-061")),
        new("grade 5 that is not fatal", plan => plan.Replace(plan.Event(), "ae_grade", 5m, "SSC-063")),
        new("the causality trap", plan => plan.Event() is { } of && Trap(plan, of)),
        new("a last dose before the first", plan => plan.HasFactsOnce && plan.Subject() is { } of && plan.Replace(of, "imatinib_last_dose_date", ((DateOnly)of.Values["imatinib_start_date"]).AddDays(-plan.Any(1, 300)), "SSC-081")),
        new("a fact that changes", plan => !plan.HasFactsOnce && plan.LastVisit() is { } of
            && plan.Replace(of, "sex", (string)of.Values["sex"] == "F" ? "M" : "F", "SSC-209")),
        new("a row without a subject", WithoutSubject),
        new("a subject that nobody knows", Unknown),
        new("a row twice with different values", Twice),
        new("a visit without a time", WithoutTime),
    ];

    private static bool InDate(Planting plan, string check, string text) =>
        plan.Habits.Times == Times.Date && plan.Habits.IsLong && plan.Any(0, 2) == 0 ? plan.Replace(plan.Visit(), "visit_date", AsWritten.Text(text), check)
        : plan.Event() is { } of ? plan.Replace(of, plan.Any("ae_onset_date", "ae_end_date"), AsWritten.Text(text), check)
        : plan.HasFactsOnce && plan.Replace(plan.Subject(), plan.Any("imatinib_start_date", "imatinib_last_dose_date"), AsWritten.Text(text), check);

    private static bool Trap(Planting plan, Entry of)
    {
        of.Values["ae_causality_verbatim"] = plan.Any("probably not related", "可能无关");
        return plan.Replace(of, "ae_causality", plan.Any("Probable", "很可能有关"), "SSC-065");
    }

    private static bool WithoutSubject(Planting plan) => plan.Habits.IsLong && plan.Visit() is { } visit && Named(plan, visit, "", "SSC-201");

    private static bool Unknown(Planting plan) =>
        plan.HasSubjectsSheet && plan.Visit() is { } visit && Named(plan, visit, visit.Subject[..^2] + plan.Any(20, 99).ToString(System.Globalization.CultureInfo.InvariantCulture), "SSC-208");

    private static bool Named(Planting plan, Entry entry, string subject, string check)
    {
        entry.Subject = subject;
        return plan.Expect(entry, "subject_id", check);
    }

    private static bool Twice(Planting plan)
    {
        if (!plan.Habits.IsLong || plan.Visit() is not { } visit)
        {
            return false;
        }

        var again = visit.Copy();
        plan.Study.Visits.Add(again);
        return plan.Replace(again, "haq_di", visit.Number("haq_di") + 0.125m, "SSC-206") && plan.Expect(visit, "haq_di", "SSC-206");
    }

    private static bool WithoutTime(Planting plan)
    {
        var variable = plan.Habits.Times switch { Times.Day => "study_day", Times.Date => "visit_date", _ => "visit_month" };
        return plan.Habits.IsLong && plan.Replace(plan.Visit(), variable, "", "SSC-203");
    }
}
