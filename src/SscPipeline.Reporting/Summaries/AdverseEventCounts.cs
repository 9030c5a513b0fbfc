using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Counts of adverse events. Serious is what the site calls serious; it is not derived from the grade.</summary>
internal static class AdverseEventCounts
{
    private const string Missing = "missing";

    public static AdverseEvents Build(Cohort cohort)
    {
        var all = cohort.Subjects.SelectMany(subject => subject.Data.Events.Select(adverseEvent => (Subject: subject, Event: adverseEvent))).ToList();
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
            .CountBy(one => one.Event.Shown(variable) ?? Missing, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static SeriousEvent Serious(CohortSubject subject, EventFigures adverseEvent) => new(
        subject.Site,
        subject.Id,
        adverseEvent.Shown(Variables.AeTerm),
        adverseEvent.OnsetDay,
        adverseEvent.EndDay,
        adverseEvent.Shown(Variables.AeGrade),
        adverseEvent.Shown(Variables.AeCausality),
        adverseEvent.Shown(Variables.AeOutcome),
        adverseEvent.Shown(Variables.AeAction));
}
