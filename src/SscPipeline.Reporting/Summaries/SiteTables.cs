using System.Collections.Immutable;
using MemoryPack;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>A site's own rows of a report's tables, as far as neither the cut-off nor another site changes them: made once for each state of
/// the site and kept with its figures, since most sites have sent nothing since the last report.</summary>
/// <param name="IsRecomputed">The study counts recomputed % predicted.</param>
/// <param name="Measures">By measure and planned visit, without counts of those expected and missing; none of a measure that the site never sent.</param>
[MemoryPackable]
internal sealed partial record SiteTables(
    WindowRule Rule,
    bool IsRecomputed,
    ImmutableArray<ImmutableArray<MeasureRow>> Measures,
    ImmutableArray<SkinClassRow> SkinClasses,
    ImmutableArray<SubjectSlopes> Slopes,
    ImmutableArray<LungSlope> LungSlopes,
    ImmutableArray<AgreementRow> Agreement,
    CompositeRow? Composite,
    ImmutableArray<CompositeSubject> CompositeSubjects)
{
    /// <summary>Of every site with subjects, from what was kept where it was made in the same way.</summary>
    public static ImmutableArray<SiteTables> Of(Cohort cohort, WindowRule rule, bool isRecomputed)
    {
        var tables = new SiteTables[cohort.SiteScopes.Length];
        Parallel.For(0, tables.Length, index =>
        {
            var site = cohort.SiteScopes[index];
            var kept = site.Sites[0].Tables;
            tables[index] = site.Sites[0].Tables = kept is not null && kept.Rule == rule && kept.IsRecomputed == isRecomputed ? kept : Make(cohort, site, rule, isRecomputed);
        });
        return [.. tables];
    }

    private static SiteTables Make(Cohort cohort, Scope site, WindowRule rule, bool isRecomputed)
    {
        var slopes = Summaries.LungSlopes.OfSubjects(site);
        var composite = Composites.OfSite(site, rule, isRecomputed);
        return new SiteTables(
            rule,
            isRecomputed,
            MeasureTables.OfSite(cohort, site, rule),
            [.. Summaries.SkinClasses.Rows(site, rule)],
            slopes,
            Summaries.LungSlopes.Rows(site.Name, slopes),
            Agreements.Rows(site),
            composite.Rows.SingleOrDefault(),
            composite.Subjects);
    }
}
