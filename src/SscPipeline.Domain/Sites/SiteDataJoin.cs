using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Sites;

/// <summary>Joins documents in the order of their submissions, so that a later value replaces an earlier one.</summary>
internal sealed class SiteDataJoin(SiteCode site)
{
    private readonly List<OutcomeConflict> conflicts = [];

    public SiteData Join(IEnumerable<SiteDocument> documents)
    {
        var rows = documents
            .OrderBy(document => document.Submission)
            .ThenBy(document => document.Document, StringComparer.Ordinal)
            .SelectMany(document => document.Rows.Select(row => (Row: row, Source: new PlacedRow(document.Document, document.Submission, row.Sheet, row.Row))))
            .ToList();

        var subjects = rows
            .GroupBy(row => row.Row.Subject, StringComparer.Ordinal)
            .OrderBy(subject => subject.Key, StringComparer.Ordinal)
            .Select(subject => Join(subject.Key, subject.ToLookup(row => row.Row.Kind)))
            .ToImmutableArray();

        return new SiteData(site, subjects, [.. conflicts]);
    }

    private SubjectData Join(string subject, ILookup<RecordKind, (OutcomeRow Row, PlacedRow Source)> rows)
    {
        var facts = Merge(subject, studyDay: null, rows[RecordKind.Subject]);
        var bare = new SubjectData(subject, rows[RecordKind.Subject].Any(), facts, [], []);

        var visits = rows[RecordKind.Visit]
            .Select(row => (row.Row, row.Source, Day: StudyDay(row.Row.Visit ?? default, bare)))
            .GroupBy(row => row.Day is { } day ? $"d{day}" : row.Row.Visit.ToString(), StringComparer.Ordinal)
            .Select(visit => Visit(subject, [.. visit]))
            .OrderBy(visit => visit.StudyDay ?? int.MaxValue)
            .ThenBy(visit => visit.Time.ToString(), StringComparer.Ordinal)
            .ToImmutableArray();

        var adverseEvents = rows[RecordKind.AdverseEvent]
            .Select(row => AdverseEvent(row.Row, row.Source, bare))
            .GroupBy(Sameness)
            .SelectMany(LatestDocumentOnly)
            .OrderBy(adverseEvent => adverseEvent.OnsetDay ?? int.MaxValue)
            .ThenBy(adverseEvent => adverseEvent.Source.Document, StringComparer.Ordinal)
            .ThenBy(adverseEvent => adverseEvent.Source.Row)
            .ToImmutableArray();

        return bare with { Visits = visits, AdverseEvents = adverseEvents };
    }

    private VisitData Visit(string subject, List<(OutcomeRow Row, PlacedRow Source, int? Day)> rows)
    {
        var values = Merge(subject, rows[0].Day, rows.Select(row => (row.Row, row.Source)));
        var missing = rows
            .SelectMany(row => row.Row.Missing)
            .Where(value => !values.ContainsKey(value.Variable))
            .GroupBy(value => value.Variable, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(variable => variable.Key, variable => variable.Max(value => value.Reason), StringComparer.Ordinal);
        return new VisitData(rows[0].Day, rows.All(row => row.Row.Visit is { Month: not null }), rows[0].Row.Visit ?? default, values)
        {
            Missing = missing,
        };
    }

    private ImmutableSortedDictionary<string, PlacedOutcome> Merge(
        string subject, int? studyDay, IEnumerable<(OutcomeRow Row, PlacedRow Source)> rows)
    {
        var merged = ImmutableSortedDictionary.CreateBuilder<string, PlacedOutcome>(StringComparer.Ordinal);
        foreach (var (row, source) in rows)
        {
            foreach (var outcome in row.Outcomes)
            {
                var placed = new PlacedOutcome(outcome, source);
                if (merged.TryGetValue(outcome.Variable, out var earlier)
                    && (earlier.Outcome.Value != outcome.Value || earlier.Outcome.Comparator != outcome.Comparator))
                {
                    conflicts.Add(new OutcomeConflict(subject, studyDay, outcome.Variable, Kept: placed, Dropped: earlier));
                }

                merged[outcome.Variable] = placed;
            }
        }

        return merged.ToImmutable();
    }

    private static int? StudyDay(VisitTime time, SubjectData subject) =>
        time.Date is { } date ? StudyDay(date, subject)
        : time.StudyDay ?? (time.Month is { } month ? VisitSchedule.TargetDay(month) : null);

    private static int? StudyDay(DateOnly date, SubjectData subject) =>
        subject.StartDate is { } start ? VisitSchedule.StudyDay(date, start) : null;

    private static AdverseEventData AdverseEvent(OutcomeRow row, PlacedRow source, SubjectData subject)
    {
        var values = row.Outcomes.ToImmutableSortedDictionary(
            outcome => outcome.Variable, outcome => new PlacedOutcome(outcome, source), StringComparer.Ordinal);
        return new AdverseEventData(
            Day(Variables.AeOnsetStudyDay, Variables.AeOnsetDate), Day(Variables.AeEndStudyDay, Variables.AeEndDate), source, values);

        int? Day(string studyDay, string date) =>
            (int?)values.GetValueOrDefault(studyDay)?.Number
            ?? (values.GetValueOrDefault(date)?.Outcome.Value.Date is { } onDate ? StudyDay(onDate, subject) : null);
    }

    private static (string Term, int? OnsetDay) Sameness(AdverseEventData adverseEvent) =>
        (adverseEvent.Code(Variables.AeTerm)?.Trim().ToUpperInvariant() ?? "", adverseEvent.OnsetDay);

    /// <summary>The same event in two documents is one event; two in one document are two.</summary>
    private static IEnumerable<AdverseEventData> LatestDocumentOnly(IEnumerable<AdverseEventData> sameEvent)
    {
        var all = sameEvent.ToList();
        return all.Where(adverseEvent => adverseEvent.Source.Submission == all[^1].Source.Submission);
    }
}
