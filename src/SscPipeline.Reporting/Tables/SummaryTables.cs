using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tables;

/// <summary><c>tables/*.csv</c>: the summary in tidy form, one file a block, numbers unrounded with their units.</summary>
internal static class SummaryTables
{
    private const int MeasuresAPart = 5;

    /// <summary>All of them in some parts that take about as long to make.</summary>
    public static ImmutableArray<Func<ImmutableArray<ReportFile>>> Parts(Summary summary) =>
    [
        .. summary.Measures.Chunk(MeasuresAPart).Select(measures => (Func<ImmutableArray<ReportFile>>)(() => [.. measures.Select(measure => MeasureTable.Write(summary, measure))])),
        () => Others(summary),
    ];

    private static ImmutableArray<ReportFile> Others(Summary summary) =>
    [
        IldByMonth(summary), IldSubjects(summary), IldLast(summary), Nutrition(summary), AdverseEvents(summary), SeriousEvents(summary), Sites(summary), Literature(summary),
        .. ClassTables.Write(summary), .. TreatmentTables.Write(summary), SubjectTable.Write(summary),
    ];

    private static bool IsRecomputed(Summary summary) => PercentPredicted.IsRecomputed(summary.Settings);

    private static ReportFile IldByMonth(Summary summary)
    {
        var table = new CsvTable("basis", "scope", "month", "improved", "stable", "worsened", "indeterminate");
        foreach (var (basis, rows) in new[] { ("reported", IsRecomputed(summary) ? [] : summary.IldResponse.ByMonth), ("recomputed", summary.IldResponse.Recomputed?.ByMonth ?? []) })
        {
            foreach (var row in rows)
            {
                table.Add(basis, row.Scope, row.Month, row.Improved, row.Stable, row.Worsened, row.Indeterminate);
            }
        }

        return table.ToFile("tables/ild_response_by_month.csv");
    }

    private static ReportFile IldSubjects(Summary summary)
    {
        var table = new CsvTable(
            "basis", "site", "subject", "month", "category", "fvc_relative_pct", "dlco_relative_pct", "fvc_absolute_points", "dlco_absolute_points",
            "mcid_class", "ppf_physiology");
        foreach (var (basis, rows) in new[] { ("reported", IsRecomputed(summary) ? [] : summary.IldResponse.Subjects), ("recomputed", summary.IldResponse.Recomputed?.Subjects ?? []) })
        {
            foreach (var row in rows)
            {
                table.Add(
                    basis, row.Site, row.Subject, row.Month, Name(row.Category), row.FvcRelative, row.DlcoRelative, row.FvcAbsolute, row.DlcoAbsolute,
                    Name(row.McidClass), YesNo(row.PpfPhysiology));
            }
        }

        return table.ToFile("tables/ild_response_subjects.csv");
    }

    private static ReportFile IldLast(Summary summary)
    {
        var table = new CsvTable("site", "subject", "study_day", "category", "fvc_baseline_pct_pred", "fvc_last_pct_pred", "fvc_relative_pct", "dlco_relative_pct");
        foreach (var row in summary.IldResponse.AtLast)
        {
            table.Add(row.Site, row.Subject, row.StudyDay, Name(row.Category), row.FvcBaseline, row.FvcLast, row.FvcRelative, row.DlcoRelative);
        }

        return table.ToFile("tables/ild_response_at_last.csv");
    }

    private static ReportFile Nutrition(Summary summary)
    {
        var table = new CsvTable(
            "site", "subject", "albumin_baseline_g_l", "albumin_last_g_l", "albumin_last_day", "albumin_restored", "tpn_baseline", "tpn_last", "tpn_off_day",
            "tpn_off_month", "tpn_discontinued");
        foreach (var row in summary.Nutrition.Rows)
        {
            table.Add(
                row.Site, row.Subject, row.AlbuminBaseline, row.AlbuminLast, row.AlbuminLastDay, YesNo(row.AlbuminRestored), row.TpnBaseline, row.TpnLast,
                row.TpnOffDay, row.TpnOffMonth, YesNo(row.TpnDiscontinued));
        }

        return table.ToFile("tables/nutrition.csv");
    }

    private static ReportFile AdverseEvents(Summary summary)
    {
        var events = summary.AdverseEvents;
        var table = new CsvTable("group", "level", "count", "unit");
        table.Add("all", "", events.Total, "events").Add("serious", "", events.Serious, "events");
        table.Add("any", "", events.SubjectsWithAny, "subjects").Add("any serious", "", events.SubjectsWithSerious, "subjects");
        foreach (var (group, counts) in new[] { ("grade", events.ByGrade), ("causality", events.ByCausality), ("outcome", events.ByOutcome) })
        {
            foreach (var (level, count) in counts ?? ImmutableSortedDictionary<string, int>.Empty)
            {
                table.Add(group, level, count, "events");
            }
        }

        return table.ToFile("tables/adverse_events.csv");
    }

    private static ReportFile SeriousEvents(Summary summary)
    {
        var table = new CsvTable("site", "subject", "term", "onset_day", "end_day", "grade", "causality", "outcome", "action");
        foreach (var one in summary.AdverseEvents.SeriousEvents)
        {
            table.Add(one.Site, one.Subject, one.Term, one.OnsetDay, one.EndDay, one.Grade, one.Causality, one.Outcome, one.Action);
        }

        return table.ToFile("tables/serious_events.csv");
    }

    private static ReportFile Sites(Summary summary)
    {
        var table = new CsvTable("site", "documents", "submissions", "rows_accepted", "rows_withheld", "last_received_at", "check", "issues");
        foreach (var site in summary.Sites)
        {
            foreach (var (check, issues) in site.IssuesByCheck.Select(check => (check.Key, (int?)check.Value)).DefaultIfEmpty(("", null)))
            {
                table.Add(site.Site, site.Documents, site.Submissions, site.RowsAccepted, site.RowsWithheld, site.LastReceivedAt, check, issues);
            }
        }

        return table.ToFile("tables/sites.csv");
    }

    private static ReportFile Literature(Summary summary)
    {
        var table = new CsvTable(
            "study", "n", "design", "imatinib_dose_mg_per_day", "duration_months", "mrss_change", "mrss_detail", "fvc_change", "dlco_change", "discontinuations",
            "serious_adverse_events", "source", "verified_from", "mrss_time", "mrss_kind", "mrss_ci95_low", "mrss_ci95_high");
        foreach (var study in summary.Literature)
        {
            table.Add(
                study.Study, study.N, study.Design, study.ImatinibDoseMgPerDay, study.DurationMonths, study.MrssChange, study.MrssDetail, study.FvcChange,
                study.DlcoChange, study.Discontinuations, study.SeriousAdverseEvents, study.Source, study.VerifiedFrom,
                study.MrssTime, study.MrssKind, study.MrssCi95?[0], study.MrssCi95?[1]);
        }

        return table.ToFile("tables/literature.csv");
    }

    private static string Name(ResponseCategory category) => category.ToString().ToLowerInvariant();

    public static string? YesNo(bool? answer) => answer switch { true => "Y", false => "N", null => null };
}
