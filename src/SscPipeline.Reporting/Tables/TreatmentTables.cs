using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tables;

/// <summary>Nutrition by scope, exposure, rates of events and data quality in tidy form.</summary>
internal static class TreatmentTables
{
    public static ImmutableArray<ReportFile> Write(Summary summary) =>
        [Nutrition(summary), Exposure(summary), Rates(summary), Acceptance(summary), Checks(summary), Visits(summary), Agreement(summary)];

    private static ReportFile Nutrition(Summary summary)
    {
        var table = new CsvTable(
            ["scope", "tpn_known_at_baseline", "tpn_at_baseline", "tpn_unknown", .. ShareFields.Named("albumin_restored"), .. ShareFields.Named("tpn_discontinued")]);
        foreach (var row in summary.Nutrition.ByScope)
        {
            table.Begin(row.Scope, row.TpnKnownAtBaseline, row.TpnAtBaseline, row.TpnUnknown).Begin(row.AlbuminRestored).Add(row.TpnDiscontinued);
        }

        return table.ToFile("tables/nutrition_by_scope.csv");
    }

    private static ReportFile Exposure(Summary summary)
    {
        var table = new CsvTable(
            ["scope", "measure", "unit", "n", "mean", "sd", "median", "q1", "q3", "min", "max", "patient_months", "dose_from_visits", .. ShareFields.Named("on_treatment")]);
        foreach (var row in summary.Exposure)
        {
            foreach (var (measure, unit, values) in new[]
            {
                ("treatment", "months", row.TreatmentMonths), ("mean_daily_dose", "mg/day", row.MeanDailyDoseMg), ("cumulative_dose", "g", row.CumulativeDoseG),
            })
            {
                table
                    .Begin(
                        row.Scope, measure, unit, values.N, values.Mean, values.Sd, values.Median, values.Q1, values.Q3, values.Min, values.Max, row.PatientMonths,
                        row.DoseFromVisits)
                    .Add(row.OnTreatmentAtCutOff);
            }
        }

        return table.ToFile("tables/exposure.csv");
    }

    private static ReportFile Rates(Summary summary)
    {
        var table = new CsvTable("scope", "group", "level", "events", "subjects", "on_treatment", "patient_months", "per_100_patient_months", "ci95_low", "ci95_high");
        foreach (var row in summary.EventRates)
        {
            table.Add(row.Scope, row.Group, row.Level, row.Events, row.Subjects, row.OnTreatment, row.PatientMonths, row.Per100PatientMonths, row.Ci95?[0], row.Ci95?[1]);
        }

        return table.ToFile("tables/event_rates.csv");
    }

    private static ReportFile Acceptance(Summary summary)
    {
        var table = new CsvTable(["scope", "documents", "submissions", .. ShareFields.Named("submissions_used"), .. ShareFields.Named("rows_accepted")]);
        foreach (var row in summary.Quality?.Acceptance ?? [])
        {
            table.Begin(row.Scope, row.Documents, row.Submissions).Begin(row.Accepted).Add(row.RowsAccepted);
        }

        return table.ToFile("tables/acceptance.csv");
    }

    private static ReportFile Checks(Summary summary)
    {
        var table = new CsvTable("scope", "check", "issues", "examined", "issues_per_100_examined");
        foreach (var row in summary.Quality?.Checks ?? [])
        {
            table.Add(row.Scope, row.Check, row.Issues, row.Examined, row.IssuesPer100);
        }

        return table.ToFile("tables/checks.csv");
    }

    private static ReportFile Visits(Summary summary)
    {
        var table = new CsvTable(["scope", "month", "subjects", "expected", "seen", "not_done", "withdrawn", "not_yet_due", .. ShareFields.Named("expected_seen")]);
        foreach (var row in summary.Quality?.Visits ?? [])
        {
            table.Begin(row.Scope, row.Month, row.Subjects, row.Expected, row.Seen, row.NotDone, row.Withdrawn, row.NotYetDue).Add(row.ExpectedSeen);
        }

        return table.ToFile("tables/visits.csv");
    }

    private static ReportFile Agreement(Summary summary)
    {
        var table = new CsvTable(
            ["variable", "scope", "n", "mean_difference_points", "sd_difference_points", "limit95_low", "limit95_high", .. ShareFields.Named("within_5")]);
        foreach (var row in summary.Quality?.Agreement ?? [])
        {
            table.Begin(row.Variable, row.Scope, row.N, row.MeanDifference, row.SdDifference, row.Limits95?[0], row.Limits95?[1]).Add(row.Within5);
        }

        return table.ToFile("tables/pct_predicted_agreement.csv");
    }
}
