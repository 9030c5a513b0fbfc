using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Counts of adverse events. Serious is what the site calls serious; it is not derived from the grade.</summary>
internal static class AdverseEventCounts
{
    private const string Missing = "missing";

    public static AdverseEvents Build(Cohort cohort)
    {
        var all = cohort.Subjects.SelectMany(subject => subject.Data.AdverseEvents.Select(adverseEvent => (Subject: subject, Event: adverseEvent))).ToList();
        var serious = all.Where(one => one.Event.Code(Variables.AeSerious) == "Y").ToList();
        return new AdverseEvents(
            all.Count,
            serious.Count,
            all.Select(one => one.Subject).Distinct().Count(),
            serious.Select(one => one.Subject).Distinct().Count(),
            By(Variables.AeGrade),
            By(Variables.AeCausality),
            By(Variables.AeOutcome),
            [.. serious.Select(one => Serious(one.Subject, one.Event)).OrderBy(one => one.Site, StringComparer.Ordinal)
                .ThenBy(one => one.Subject, StringComparer.Ordinal)
                .ThenBy(one => one.OnsetDay ?? int.MaxValue)
                .ThenBy(one => one.ToString(), StringComparer.Ordinal)]);

        ImmutableSortedDictionary<string, int> By(string variable) => all
            .CountBy(one => Shown(one.Event, variable) ?? Missing, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static SeriousEvent Serious(CohortSubject subject, AdverseEventData adverseEvent) => new(
        subject.Site,
        subject.Id,
        Shown(adverseEvent, Variables.AeTerm),
        adverseEvent.OnsetDay,
        adverseEvent.EndDay,
        Shown(adverseEvent, Variables.AeGrade),
        Shown(adverseEvent, Variables.AeCausality),
        Shown(adverseEvent, Variables.AeOutcome),
        Shown(adverseEvent, Variables.AeAction));

    private static string? Shown(AdverseEventData adverseEvent, string variable) =>
        adverseEvent.Values.GetValueOrDefault(variable)?.Outcome.Value.ToString() is { Length: > 0 } text ? text : null;
}
