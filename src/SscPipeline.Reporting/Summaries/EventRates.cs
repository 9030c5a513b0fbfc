using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

internal static class EventRates
{
    private const string Missing = "missing";
    private const int SevereGrade = 3;

    private static readonly ImmutableArray<(string Group, Func<EventFigures, string> Level)> Groups =
    [
        ("all", _ => ""),
        ("severity", one => one.Number(Variables.AeGrade) switch { null => Missing, >= SevereGrade => "grade 3 to 5", _ => "grade 1 to 2" }),
        ("grade", one => Shown(one, Variables.AeGrade)),
        ("seriousness", one => one.Code(Variables.AeSerious) switch { "Y" => "serious", "N" => "not serious", _ => Missing }),
        ("causality", one => Shown(one, Variables.AeCausality)),
        ("outcome", one => Shown(one, Variables.AeOutcome)),
        ("action", one => Shown(one, Variables.AeAction)),
        ("term", one => Term(one)),
    ];

    public static ImmutableArray<EventRate> Build(Cohort cohort) => [.. cohort.Scopes.SelectMany(Rows)];

    private static IEnumerable<EventRate> Rows(Scope scope)
    {
        var months = scope.Subjects.Sum(subject => subject.Treated?.Months ?? 0);
        var events = scope.Subjects
            .Where(subject => !subject.Data.Events.IsEmpty)
            .SelectMany(subject => subject.Data.Events.Select(one => new Occurrence(subject, one, IsOnTreatment(subject, one))))
            .ToList();
        return Groups.SelectMany(group => events
            .GroupBy(one => group.Level(one.Event), StringComparer.OrdinalIgnoreCase)
            .Select(level => Row(scope.Name, group.Group, level.Select(one => group.Level(one.Event)).Min(StringComparer.Ordinal)!, [.. level], months))
            .DefaultIfEmpty(group.Group == "all" && !scope.Subjects.IsEmpty ? Row(scope.Name, group.Group, "", [], months) : null)
            .OfType<EventRate>()
            .OrderBy(row => row.Level, StringComparer.Ordinal));
    }

    private static EventRate Row(string scope, string group, string level, List<Occurrence> events, decimal months)
    {
        var onTreatment = events.Count(one => one.IsOnTreatment);
        var factor = months > 0 ? 100 / (double)months : (double?)null;
        var interval = PoissonRate.Confidence95(onTreatment);
        return new EventRate(
            scope,
            group,
            level,
            events.Count,
            events.Select(one => one.Subject).Distinct().Count(),
            onTreatment,
            (double)months,
            onTreatment * factor,
            factor is { } scale ? [interval.Low * scale, interval.High * scale] : null);
    }

    private static bool IsOnTreatment(CohortSubject subject, EventFigures one) =>
        subject.LastTreatedDay is not null
        && (one.OnsetDay is not { } onset || (onset >= subject.Data.StartDay && subject.IsOnTreatment(onset)));

    /// <summary>The CTCAE term where one was sent, else the site's own words.</summary>
    private static string Term(EventFigures one) =>
        (one.Code(Variables.AeCtcaeTerm) ?? one.Code(Variables.AeTerm))?.Trim() is { Length: > 0 } term ? term : Missing;

    private static string Shown(EventFigures one, string variable) =>
        one.Shown(variable) ?? Missing;

    private sealed record Occurrence(CohortSubject Subject, EventFigures Event, bool IsOnTreatment);
}
