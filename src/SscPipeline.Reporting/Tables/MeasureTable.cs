using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tables;

/// <summary><c>tables/{variable}.csv</c>: one row a window rule, scope and month.</summary>
internal static class MeasureTable
{
    public static ReportFile Write(Summary summary, Measure measure)
    {
        var table = new CsvTable(
            "variable", "unit", "window_rule", "scope", "month", "n", "n_expected", "mean", "sd", "median", "q1", "q3", "min", "max",
            "missing_not_yet_due", "missing_withdrawn", "missing_not_done", "missing_rejected",
            "change_n", "change_mean", "change_sd", "change_median", "change_min", "change_max", "change_ci95_low", "change_ci95_high",
            "paired_t_p", "wilcoxon_exact_p", "wilcoxon_normal_p",
            "responders_k", "responders_n", "wilson95_low", "wilson95_high", "clopper_pearson95_low", "clopper_pearson95_high", "baseline_below_7",
            "mean_ci95_low", "mean_ci95_high");
        foreach (var row in measure.Rows)
        {
            Add(table, measure, summary.Settings["windowRule"], row);
        }

        foreach (var row in summary.Sensitivity.Measures.Where(other => other.Variable == measure.Variable).SelectMany(other => other.Rows))
        {
            Add(table, measure, summary.Sensitivity.WindowRule, row);
        }

        return table.ToFile($"tables/{measure.Variable}.csv");
    }

    private static void Add(CsvTable table, Measure measure, string rule, MeasureRow row)
    {
        var (missing, change, responders) = (row.Missing, row.Change, row.Responders);
        table.Add(
            measure.Variable, measure.Unit, rule, row.Scope, row.Month, row.N, row.NExpected, row.Mean, row.Sd, row.Median, row.Q1, row.Q3, row.Min, row.Max,
            missing?.NotYetDue, missing?.Withdrawn, missing?.NotDone, missing?.Rejected,
            change?.N, change?.Mean, change?.Sd, change?.Median, change?.Min, change?.Max, change?.Ci95?[0], change?.Ci95?[1],
            change?.PairedTP, change?.WilcoxonExactP, change?.WilcoxonNormalP,
            responders?.K, responders?.N, responders?.Wilson95?[0], responders?.Wilson95?[1],
            responders?.ClopperPearson95?[0], responders?.ClopperPearson95?[1], responders?.BaselineBelow7,
            row.MeanCi95?[0], row.MeanCi95?[1]);
    }
}
