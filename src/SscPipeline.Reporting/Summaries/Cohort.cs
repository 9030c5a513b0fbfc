using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>All subjects of all sites, by site and subject.</summary>
internal sealed class Cohort
{
    public const string Overall = "overall";

    private readonly Lazy<VisitGrid> strict;
    private readonly Lazy<VisitGrid> contiguous;

    /// <exception cref="ArgumentException">A site is given twice: its documents were not joined.</exception>
    public Cohort(IEnumerable<SiteFigures> sites, DateOnly cutOff)
    {
        Figures = [.. sites.OrderBy(site => site.Site, StringComparer.Ordinal)];
        if (Figures.GroupBy(site => site.Site, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Site '{twice.Key}' is given twice.", nameof(sites));
        }

        // This thread works, too, and waits for no other to begin: a query in parallel would, on threads that many callers have in use.
        var subjects = new ImmutableArray<CohortSubject>[Figures.Length];
        Parallel.For(0, subjects.Length, site => subjects[site] = Of(Figures[site], cutOff));
        Subjects = [.. subjects.SelectMany(ofSite => ofSite)];
        var scopes = ImmutableArray.CreateBuilder<Scope>();
        scopes.Add(new Scope(Overall, Subjects, 0, Figures));
        var first = 0;
        foreach (var site in Figures.Where(site => site.SubjectCount > 0))
        {
            scopes.Add(new Scope(site.Site, Subjects.Slice(first, site.SubjectCount), first, [site]));
            first += site.SubjectCount;
        }

        Scopes = scopes.ToImmutable();
        SiteScopes = Scopes[1..];
        Sites = [.. SiteScopes.Select(scope => scope.Name)];
        (strict, contiguous) = (new(() => new VisitGrid(this, WindowRule.Strict)), new(() => new VisitGrid(this, WindowRule.Contiguous)));
    }

    public ImmutableArray<SiteFigures> Figures { get; }

    public ImmutableArray<CohortSubject> Subjects { get; }

    /// <summary>Those with at least one subject.</summary>
    public ImmutableArray<string> Sites { get; }

    /// <summary>All together, then every site; by code.</summary>
    public ImmutableArray<Scope> Scopes { get; }

    /// <summary>Every site with at least one subject; by code.</summary>
    public ImmutableArray<Scope> SiteScopes { get; }

    public VisitGrid Grid(WindowRule rule) => (rule == WindowRule.Strict ? strict : contiguous).Value;

    private static ImmutableArray<CohortSubject> Of(SiteFigures site, DateOnly cutOff) =>
        [.. site.Subjects.Select(subject => new CohortSubject(site.Site, subject, site.Columns, cutOff))];
}
