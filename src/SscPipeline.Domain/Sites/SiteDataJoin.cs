using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Sites;

/// <summary>Joins documents in the order of their submissions, so that a later value replaces an earlier one.</summary>
internal sealed class SiteDataJoin(SiteCode site)
{
    private readonly List<OutcomeConflict> conflicts = [];

    /// <summary>Of the row of each kind that was placed last.</summary>
    private readonly Dictionary<RecordKind, RowShape> shapes = [];

    public SiteData Join(IEnumerable<SiteDocument> documents)
    {
        var subjects = new Dictionary<string, SubjectRows>(StringComparer.Ordinal);
        foreach (var document in documents.OrderBy(document => document.Submission).ThenBy(document => document.Document, StringComparer.Ordinal))
        {
            foreach (var row in document.Rows)
            {
                if (!subjects.TryGetValue(row.Subject, out var subject))
                {
                    subjects.Add(row.Subject, subject = new SubjectRows());
                }

                subject.Of(row.Kind)?.Add((row, new PlacedRow(document.Document, document.Submission, row.Sheet, row.Row)));
            }
        }

        return new SiteData(
            site,
            [.. subjects.OrderBy(subject => subject.Key, StringComparer.Ordinal).Select(subject => Join(subject.Key, subject.Value))],
            [.. conflicts]);
    }

    private SubjectData Join(string subject, SubjectRows rows)
    {
        var facts = Merge(subject, studyDay: null, rows.Facts);
        var bare = new SubjectData(subject, rows.Facts.Count > 0, facts, [], []);
        return bare with { Visits = Visits(bare, rows.Visits), AdverseEvents = AdverseEvents(bare, rows.AdverseEvents) };
    }

    private ImmutableArray<VisitData> Visits(SubjectData subject, List<(OutcomeRow Row, PlacedRow Source)> rows) =>
    [
        .. rows
            .GroupBy(row => Sameness(row.Row.Visit, subject))
            .Select(visit => Visit(subject.Subject, visit.Key.Day, [.. visit]))
            .Order(VisitOrder.Instance),
    ];

    private static ImmutableArray<AdverseEventData> AdverseEvents(SubjectData subject, List<(OutcomeRow Row, PlacedRow Source)> rows) =>
    [
        .. rows
            .Select(row => AdverseEvent(row.Row, row.Source, subject))
            .GroupBy(Sameness)
            .SelectMany(LatestDocumentOnly)
            .OrderBy(adverseEvent => adverseEvent.OnsetDay ?? int.MaxValue)
            .ThenBy(adverseEvent => adverseEvent.Source.Document, StringComparer.Ordinal)
            .ThenBy(adverseEvent => adverseEvent.Source.Row),
    ];

    private VisitData Visit(string subject, int? day, List<(OutcomeRow Row, PlacedRow Source)> rows)
    {
        var values = Merge(subject, day, rows);
        return new VisitData(day, rows.TrueForAll(row => row.Row.Visit is { Month: not null }), rows[0].Row.Visit ?? default, values)
        {
            Missing = Missing(rows, values),
        };
    }

    private static VariableDictionary<MissingReason> Missing(List<(OutcomeRow Row, PlacedRow Source)> rows, VariableDictionary<PlacedOutcome> values)
    {
        Dictionary<string, MissingReason>? missing = null;
        foreach (var (row, _) in rows)
        {
            foreach (var (variable, reason) in row.Missing)
            {
                if (!values.ContainsKey(variable))
                {
                    missing ??= new(StringComparer.Ordinal);
                    missing[variable] = missing.TryGetValue(variable, out var other) && other > reason ? other : reason;
                }
            }
        }

        return missing is null ? VisitData.NoneMissing : new VariableDictionary<MissingReason>(missing);
    }

    private VariableDictionary<PlacedOutcome> Merge(string subject, int? studyDay, List<(OutcomeRow Row, PlacedRow Source)> rows)
    {
        // Most often one row is all there is of a visit, and then there is nothing to compare.
        if (rows is [var only] && TryPlace(only.Row, only.Source) is { } placed)
        {
            return placed;
        }

        var merged = new Dictionary<string, PlacedOutcome>(StringComparer.Ordinal);
        foreach (var (row, source) in rows)
        {
            foreach (var outcome in row.Outcomes)
            {
                var later = new PlacedOutcome(outcome, source);
                if (merged.TryGetValue(outcome.Variable, out var earlier)
                    && (earlier.Outcome.Value != outcome.Value || earlier.Outcome.Comparator != outcome.Comparator))
                {
                    conflicts.Add(new OutcomeConflict(subject, studyDay, outcome.Variable, Kept: later, Dropped: earlier));
                }

                merged[outcome.Variable] = later;
            }
        }

        return new VariableDictionary<PlacedOutcome>(merged);
    }

    /// <returns>Null when the row has a variable twice.</returns>
    private VariableDictionary<PlacedOutcome>? TryPlace(OutcomeRow row, PlacedRow source)
    {
        if (!shapes.TryGetValue(row.Kind, out var shape) || !shape.IsOf(row.Outcomes))
        {
            shape = RowShape.TryOf(row.Outcomes);
            if (shape is null)
            {
                return null;
            }

            shapes[row.Kind] = shape;
        }

        return shape.Place(row.Outcomes, source);
    }

    private static int? StudyDay(VisitTime time, SubjectData subject) =>
        time.Date is { } date ? StudyDay(date, subject)
        : time.StudyDay ?? (time.Month is { } month ? VisitSchedule.TargetDay(month) : null);

    private static int? StudyDay(DateOnly date, SubjectData subject) =>
        subject.StartDate is { } start ? VisitSchedule.StudyDay(date, start) : null;

    private static AdverseEventData AdverseEvent(OutcomeRow row, PlacedRow source, SubjectData subject)
    {
        var values = new VariableDictionary<PlacedOutcome>(
            row.Outcomes.ToDictionary(outcome => outcome.Variable, outcome => new PlacedOutcome(outcome, source), StringComparer.Ordinal));
        return new AdverseEventData(
            Day(Variables.AeOnsetStudyDay, Variables.AeOnsetDate), Day(Variables.AeEndStudyDay, Variables.AeEndDate), source, values);

        int? Day(string studyDay, string date) =>
            (int?)values.GetValueOrDefault(studyDay)?.Number
            ?? (values.GetValueOrDefault(date)?.Outcome.Value.Date is { } onDate ? StudyDay(onDate, subject) : null);
    }

    /// <summary>Rows are of one visit when their day is the same, or when none has a day and their time was sent in the same way.</summary>
    private static (int? Day, VisitTime? Time) Sameness(VisitTime? time, SubjectData subject) =>
        StudyDay(time ?? default, subject) is { } day ? (day, null) : (null, time);

    private static (string Term, int? OnsetDay) Sameness(AdverseEventData adverseEvent) =>
        (adverseEvent.Code(Variables.AeTerm)?.Trim().ToUpperInvariant() ?? "", adverseEvent.OnsetDay);

    /// <summary>The same event in two documents is one event; two in one document are two.</summary>
    private static IEnumerable<AdverseEventData> LatestDocumentOnly(IEnumerable<AdverseEventData> sameEvent)
    {
        var all = sameEvent.ToList();
        return all.Where(adverseEvent => adverseEvent.Source.Submission == all[^1].Source.Submission);
    }
}
