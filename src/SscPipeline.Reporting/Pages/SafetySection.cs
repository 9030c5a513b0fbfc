using System.Collections.Immutable;
using SscPipeline.Reporting.Charts;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

internal static class SafetySection
{
    public static Markup Write(Summary summary) => Markup.Of($"""
        <h2 id="safety">Safety</h2>
        {Counts(summary.AdverseEvents, summary.Population.Subjects)}
        {ExposureChart.Write(summary)}{Serious(summary.AdverseEvents)}
        {By("Adverse events by CTCAE grade", "Grade", summary.AdverseEvents.ByGrade, summary.AdverseEvents.Total)}
        {By("Adverse events by causality (WHO-UMC: “probable” means probably related to imatinib)", "Causality", summary.AdverseEvents.ByCausality, summary.AdverseEvents.Total)}
        {By("Adverse events by outcome", "Outcome", summary.AdverseEvents.ByOutcome, summary.AdverseEvents.Total)}
        """);

    private static Markup Counts(AdverseEvents events, int? subjects) => events.Total is null
        ? Markup.Of($"<p class=\"note\">The counts are too small to be shown.</p>\n")
        : Markup.Of($"""
            <p>{events.Total} adverse events in {Rounded.Share(events.SubjectsWithAny, subjects)} subjects; {SeriousWords(events, subjects)}.
            Serious is what the site reported as serious; it is not the same as severe (grade 3 and above).</p>

            """);

    private static string SeriousWords(AdverseEvents events, int? subjects) => events.Serious is null
        ? "how many of them were serious is withheld"
        : $"{events.Serious} of them serious, in {Rounded.Share(events.SubjectsWithSerious, subjects)} subjects";

    private static Markup By(string caption, string heading, ImmutableSortedDictionary<string, int>? counts, int? total)
    {
        var table = new HtmlTable(caption, heading, "Events");
        foreach (var (name, count) in counts ?? ImmutableSortedDictionary<string, int>.Empty)
        {
            table.Add(name == "missing" ? "not recorded" : name, Rounded.Share(count, total));
        }

        if (counts is not null && counts.Values.Sum() < total)
        {
            table.Add("others", Rounded.Withheld);
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup Serious(AdverseEvents events)
    {
        var table = new HtmlTable("Serious adverse events", "Subject", "Site", "Event", "Onset, day", "End, day", "Grade", "Causality", "Outcome", "Imatinib")
        {
            TextColumns = [1, 2, 6, 7, 8],
        };
        foreach (var one in events.SeriousEvents)
        {
            table.Add(
                one.Subject,
                one.Site,
                one.Term ?? "not recorded",
                Rounded.Count(one.OnsetDay),
                Rounded.Count(one.EndDay),
                one.Grade ?? Rounded.None,
                one.Causality ?? Rounded.None,
                one.Outcome ?? Rounded.None,
                one.Action ?? Rounded.None);
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }
}
