using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Data;

/// <summary>The current data as three tidy files: what every number of a report is made from, with the cell that it came from.</summary>
public static class CurrentData
{
    private static readonly ImmutableArray<string> AdverseEventColumns =
    [
        Variables.AeTerm, Variables.AeGrade, Variables.AeSerious, Variables.AeCausality, Variables.AeOutcome, Variables.AeAction,
    ];

    /// <param name="unitOfVariable">The canonical unit, empty where there is none.</param>
    public static ImmutableArray<ReportFile> Write(ImmutableArray<SiteData> sites, Func<string, string> unitOfVariable)
    {
        ArgumentNullException.ThrowIfNull(unitOfVariable);
        var subjects = sites
            .OrderBy(site => site.Site.Value, StringComparer.Ordinal)
            .SelectMany(site => site.Subjects.OrderBy(subject => subject.Subject, StringComparer.Ordinal).Select(subject => (Site: site.Site.Value, Data: subject)))
            .ToList();
        return [Outcomes(subjects, unitOfVariable), Subjects(subjects), AdverseEvents(subjects)];
    }

    private static ReportFile Outcomes(List<(string Site, SubjectData Data)> subjects, Func<string, string> unitOfVariable)
    {
        var table = new CsvTable("site", "subject", "study_day", "variable", "value", "unit", "document", "sheet", "cell");
        foreach (var (site, subject) in subjects)
        {
            foreach (var visit in subject.Visits.OrderBy(visit => visit.StudyDay ?? int.MaxValue).ThenBy(visit => visit.Time.ToString(), StringComparer.Ordinal))
            {
                foreach (var (variable, outcome) in visit.Values)
                {
                    table.Add(
                        site, subject.Subject, visit.StudyDay, variable, Shown(outcome), unitOfVariable(variable),
                        outcome.Source.Document, SheetOf(outcome), CellOf(outcome));
                }
            }
        }

        return table.ToFile("data/outcomes.csv");
    }

    /// <summary>One row a subject, one column for every fact that any subject has.</summary>
    private static ReportFile Subjects(List<(string Site, SubjectData Data)> subjects)
    {
        string[] facts = [.. subjects.SelectMany(subject => subject.Data.Facts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var table = new CsvTable(["site", "subject", "has_subject_row", .. facts, "treatment_months"]);
        foreach (var (site, subject) in subjects)
        {
            table.Add(
            [
                site, subject.Subject, subject.HasSubjectRow ? "Y" : "N",
                .. facts.Select(fact => subject.Facts.GetValueOrDefault(fact) is { } outcome ? Shown(outcome) : null),
                (double?)subject.TreatmentMonths,
            ]);
        }

        return table.ToFile("data/subjects.csv");
    }

    private static ReportFile AdverseEvents(List<(string Site, SubjectData Data)> subjects)
    {
        string[] others =
        [
            .. subjects.SelectMany(subject => subject.Data.AdverseEvents).SelectMany(one => one.Values.Keys).Distinct(StringComparer.Ordinal)
                .Except(AdverseEventColumns).Order(StringComparer.Ordinal),
        ];
        string[] variables = [.. AdverseEventColumns, .. others];
        var table = new CsvTable(["site", "subject", "onset_day", "end_day", .. variables, "document", "sheet", "row"]);
        foreach (var (site, subject) in subjects)
        {
            foreach (var one in subject.AdverseEvents)
            {
                table.Add(
                [
                    site, subject.Subject, one.OnsetDay, one.EndDay,
                    .. variables.Select(variable => one.Values.GetValueOrDefault(variable) is { } outcome ? Shown(outcome) : null),
                    one.Source.Document, one.Source.Sheet, one.Source.Row,
                ]);
            }
        }

        return table.ToFile("data/adverse_events.csv");
    }

    /// <summary>A censored value keeps its sign of comparison: <c>&lt;1</c>.</summary>
    private static string Shown(PlacedOutcome outcome) => $"{outcome.Outcome.Comparator}{outcome.Outcome.Value}";

    private static string SheetOf(PlacedOutcome outcome) =>
        outcome.Outcome.Cell?.LastIndexOf('!') is > 0 and var mark ? outcome.Outcome.Cell[..mark] : outcome.Source.Sheet;

    /// <summary>Empty for a derived value, which stands in no cell.</summary>
    private static string CellOf(PlacedOutcome outcome) => outcome.Outcome.Cell is { } cell ? cell[(cell.LastIndexOf('!') + 1)..] : "";
}
