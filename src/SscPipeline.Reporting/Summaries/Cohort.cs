using System.Collections.Immutable;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>All subjects of all sites, by site and subject.</summary>
internal sealed class Cohort
{
    public const string Overall = "overall";

    /// <exception cref="ArgumentException">A site is given twice: its documents were not joined.</exception>
    public Cohort(ImmutableArray<SiteData> sites, DateOnly cutOff)
    {
        if (sites.GroupBy(site => site.Site).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Site '{twice.Key}' is given twice.", nameof(sites));
        }

        Subjects =
        [
            .. from site in sites
               orderby site.Site.Value
               from subject in site.Subjects.OrderBy(subject => subject.Subject, StringComparer.Ordinal)
               select new CohortSubject(site.Site.Value, Sorted(subject), cutOff),
        ];
        Sites = [.. Subjects.Select(subject => subject.Site).Distinct(StringComparer.Ordinal)];
        Scopes =
        [
            new Scope(Overall, Subjects),
            .. Subjects.GroupBy(subject => subject.Site, StringComparer.Ordinal).Select(site => new Scope(site.Key, [.. site])),
        ];
    }

    public ImmutableArray<CohortSubject> Subjects { get; }

    /// <summary>Those with at least one subject.</summary>
    public ImmutableArray<string> Sites { get; }

    /// <summary>All together, then every site; by code.</summary>
    public ImmutableArray<Scope> Scopes { get; }

    private static SubjectData Sorted(SubjectData subject) =>
        subject with { Visits = [.. subject.Visits.OrderBy(visit => visit.StudyDay ?? int.MaxValue).ThenBy(visit => visit.Time.ToString(), StringComparer.Ordinal)] };
}
