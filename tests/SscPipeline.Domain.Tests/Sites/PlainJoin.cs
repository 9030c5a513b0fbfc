using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Domain.Tests.Sites;

/// <summary>What joining means, in the plainest words and however slow: every row in the order of submissions, a later value instead of an earlier one.</summary>
internal sealed class PlainJoin(IEnumerable<SiteDocument> documents)
{
    private readonly List<(SiteDocument Document, OutcomeRow Row)> rows =
    [
        .. documents.OrderBy(document => document.Submission).ThenBy(document => document.Document, StringComparer.Ordinal)
            .SelectMany(document => document.Rows.Select(row => (document, row))),
    ];

    private readonly List<string> conflicts = [];

    public string Shown() => string.Join('\n', rows.Select(row => row.Row.Subject).Distinct().Order(StringComparer.Ordinal).SelectMany(Subject).ToList().Concat(conflicts));

    public static string Shown(SiteData data) => string.Join('\n', data.Subjects
        .SelectMany(subject => (string[])
        [
            $"{subject.Subject} {subject.HasSubjectRow} {Shown(subject.Facts)}",
            .. subject.Visits.Select(visit =>
                $"visit {visit.StudyDay} {visit.Time} {visit.IsNominal} {Shown(visit.Values)}missing {string.Concat(visit.Missing.Select(missing => $"{missing.Key} {missing.Value};"))}"),
            .. subject.AdverseEvents.Select(one => $"event {one.OnsetDay} {one.EndDay} {Shown(one.Source.Document, one.Source.Row)} {Shown(one.Values)}"),
        ])
        .Concat(data.Conflicts.Select(conflict =>
            $"conflict {conflict.Subject} {conflict.StudyDay} {conflict.Variable} {Shown(conflict.Kept)} {Shown(conflict.Dropped)}")));

    private IEnumerable<string> Subject(string subject)
    {
        var own = rows.Where(row => row.Row.Subject == subject).ToList();
        var facts = Merge(subject, null, own.Where(row => row.Row.Kind == RecordKind.Subject));
        yield return $"{subject} {own.Exists(row => row.Row.Kind == RecordKind.Subject)} {Shown(facts)}";

        var start = facts.TryGetValue(Variables.ImatinibStartDate, out var sent) ? sent.Outcome.Value.Date : null;
        var visits = own.Where(row => row.Row.Kind == RecordKind.Visit)
            .GroupBy(row => Day(row.Row.Visit ?? default, start) is { } day ? $"d{day}" : row.Row.Visit.ToString())
            .Select(visit => (Day: Day(visit.First().Row.Visit ?? default, start), Rows: visit.ToList()))
            .Select(visit => (visit.Day, visit.Rows, Values: Merge(subject, visit.Day, visit.Rows)))
            .ToList();
        foreach (var (day, of, values) in visits.OrderBy(visit => visit.Day ?? int.MaxValue).ThenBy(visit => (visit.Rows[0].Row.Visit ?? default).ToString(), StringComparer.Ordinal))
        {
            var missing = of.SelectMany(row => row.Row.Missing).Where(missing => !values.ContainsKey(missing.Variable))
                .GroupBy(missing => missing.Variable).OrderBy(variable => variable.Key, StringComparer.Ordinal)
                .Select(variable => $"{variable.Key} {variable.Max(missing => missing.Reason)};");
            yield return $"visit {day} {of[0].Row.Visit ?? default} {of.All(row => row.Row.Visit is { Month: not null })} {Shown(values)}missing {string.Concat(missing)}";
        }

        var events = own.Where(row => row.Row.Kind == RecordKind.AdverseEvent)
            .Select(row => (row.Document, row.Row, Values: Merge(subject, null, [row])))
            .Select(one => (one.Document, one.Row, one.Values, Onset: Day(one.Values, "onset", start), End: Day(one.Values, "end", start)))
            .ToList();
        foreach (var one in events.OrderBy(one => one.Onset ?? int.MaxValue).ThenBy(one => one.Document.Document, StringComparer.Ordinal).ThenBy(one => one.Row.Row))
        {
            if (events.Last(other => Term(other.Values) == Term(one.Values) && other.Onset == one.Onset).Document.Submission == one.Document.Submission)
            {
                yield return $"event {one.Onset} {one.End} {Shown(one.Document.Document, one.Row.Row)} {Shown(one.Values)}";
            }
        }
    }

    private Dictionary<string, PlacedOutcome> Merge(string subject, int? day, IEnumerable<(SiteDocument Document, OutcomeRow Row)> of)
    {
        var merged = new Dictionary<string, PlacedOutcome>();
        foreach (var (document, row) in of)
        {
            foreach (var outcome in row.Outcomes)
            {
                var placed = new PlacedOutcome(outcome, new PlacedRow(document.Document, document.Submission, row.Sheet, row.Row));
                if (merged.TryGetValue(outcome.Variable, out var earlier)
                    && (earlier.Outcome.Value != outcome.Value || earlier.Outcome.Comparator != outcome.Comparator))
                {
                    conflicts.Add($"conflict {subject} {day} {outcome.Variable} {Shown(placed)} {Shown(earlier)}");
                }

                merged[outcome.Variable] = placed;
            }
        }

        return merged;
    }

    private static int? Day(VisitTime time, DateOnly? start) =>
        time.Date is { } date ? start is { } first ? VisitSchedule.StudyDay(date, first) : null
        : time.StudyDay ?? (time.Month is { } month ? VisitSchedule.TargetDay(month) : null);

    private static int? Day(Dictionary<string, PlacedOutcome> values, string which, DateOnly? start) =>
        values.TryGetValue($"ae_{which}_study_day", out var day) && day.Number is { } number ? (int)number
        : values.TryGetValue($"ae_{which}_date", out var date) && date.Outcome.Value.Date is { } on && start is { } first ? VisitSchedule.StudyDay(on, first)
        : null;

    private static string Term(Dictionary<string, PlacedOutcome> values) =>
        values.TryGetValue(Variables.AeTerm, out var term) ? term.Outcome.Value.Text?.Trim().ToUpperInvariant() ?? "" : "";

    private static string Shown(IEnumerable<KeyValuePair<string, PlacedOutcome>> values) =>
        string.Concat(values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={Shown(value.Value)};"));

    private static string Shown(PlacedOutcome placed) =>
        $"{placed.Outcome.Comparator}{placed.Outcome.Value} {placed.Outcome.Cell} {Shown(placed.Source.Document, placed.Source.Row)} {placed.Number}";

    private static string Shown(string document, int row) => string.Create(CultureInfo.InvariantCulture, $"{document}!{row}");
}
