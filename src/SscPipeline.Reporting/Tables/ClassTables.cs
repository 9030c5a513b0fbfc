using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tables;

/// <summary>Classes, slopes and composite indices in tidy form.</summary>
internal static class ClassTables
{
    public static ImmutableArray<ReportFile> Write(Summary summary) =>
        [Skin(summary), Lung(summary), Slopes(summary), Composite(summary), CompositeSubjects(summary)];

    private static ReportFile Skin(Summary summary)
    {
        var table = new CsvTable(["window_rule", "scope", "month", "class", .. ShareFields.Columns]);
        foreach (var (rule, row) in Both(summary, summary.SkinClasses, summary.Sensitivity.SkinClasses))
        {
            foreach (var (name, share) in new[] { ("decrease_5", row.Decrease5), ("decrease_3", row.Decrease3), ("progressors", row.Progressors) })
            {
                table.Begin(rule, row.Scope, row.Month, name).Add(share);
            }
        }

        return table.ToFile("tables/skin_classes.csv");
    }

    private static ReportFile Lung(Summary summary)
    {
        var table = new CsvTable(
            ["window_rule", "basis", "scope", "month", "n", "improved", "stable", "worsened", "indeterminate", "mcid_improved", "mcid_stable", "mcid_worsened",
             "ppf_dlco_hb_corrected", "ppf_dlco_uncorrected", "ppf_dlco_missing", .. ShareFields.Named("ppf")]);
        foreach (var (rule, row) in Both(summary, summary.IldResponse.Classes, summary.Sensitivity.LungClasses))
        {
            table
                .Begin(
                    rule, row.Basis, row.Scope, row.Month, row.N, row.Improved, row.Stable, row.Worsened, row.Indeterminate, row.McidImproved, row.McidStable, row.McidWorsened,
                    row.PpfDlcoCorrected, row.PpfDlcoUncorrected, row.PpfDlcoMissing)
                .Add(row.PpfPhysiology);
        }

        return table.ToFile("tables/lung_classes.csv");
    }

    private static ReportFile Slopes(Summary summary)
    {
        var table = new CsvTable("variable", "unit", "scope", "n", "mean", "sd", "median", "q1", "q3", "min", "max", "ci95_low", "ci95_high", "p", "too_short");
        foreach (var row in summary.LungSlopes)
        {
            var slopes = row.Slopes;
            table.Add(
                row.Variable, row.Unit, row.Scope, slopes.N, slopes.Mean, slopes.Sd, slopes.Median, slopes.Q1, slopes.Q3, slopes.Min, slopes.Max,
                row.Ci95?[0], row.Ci95?[1], row.P, row.TooShort);
        }

        return table.ToFile("tables/fvc_slopes.csv");
    }

    private static ReportFile Composite(Summary summary)
    {
        var table = new CsvTable(["window_rule", "scope", "index", "incomplete", "step_one_to_review", "p_mean", "p_median", .. ShareFields.Columns]);
        foreach (var (rule, row) in Both(summary, summary.Composite?.Rows ?? [], summary.Sensitivity.Composite))
        {
            table.Begin(rule, row.Scope, "acr_criss", row.Incomplete, row.StepOneToReview, row.CrissP.Mean, row.CrissP.Median).Add(row.CrissImproved);
            foreach (var level in row.Revised)
            {
                table.Begin(rule, row.Scope, $"revised_criss_{level.Level}", row.Incomplete, row.StepOneToReview, default(CsvField), default(CsvField)).Add(level.Responders);
            }
        }

        return table.ToFile("tables/composite_indices.csv");
    }

    private static ReportFile CompositeSubjects(Summary summary)
    {
        var table = new CsvTable(
            "site", "subject", "mrss_change", "fvc_change_points", "patient_global_change", "physician_global_change", "haq_di_change", "acr_criss_p", "improved",
            "revised_level_pct", "step_one_to_review");
        foreach (var row in summary.Composite?.Subjects ?? [])
        {
            table.Add(
                row.Site, row.Subject, row.MrssChange, row.FvcChange, row.PatientGlobalChange, row.PhysicianGlobalChange, row.HaqDiChange, row.CrissP,
                row.IsImproved ? "Y" : "N", row.RevisedLevel, row.StepOneToReview ? "Y" : "N");
        }

        return table.ToFile("tables/composite_subjects.csv");
    }

    private static IEnumerable<(string Rule, T Row)> Both<T>(Summary summary, ImmutableArray<T> reported, ImmutableArray<T> sensitivity) =>
        [.. reported.Select(row => (summary.Settings["windowRule"], row)), .. sensitivity.Select(row => (summary.Sensitivity.WindowRule, row))];
}
