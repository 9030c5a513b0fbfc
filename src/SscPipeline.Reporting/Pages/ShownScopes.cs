using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>Which scopes a table of the page shows, and what it calls them.</summary>
internal static class ShownScopes
{
    /// <summary>Beyond it the page shows all sites together; <c>tables/*.csv</c> have every site.</summary>
    private const int MostSites = 20;

    public static string Label(string scope) => scope == Cohort.Overall ? "all sites" : scope;

    public static IEnumerable<T> Of<T>(IReadOnlyCollection<T> rows, Func<T, string> scopeOf)
    {
        var isMany = AreMany(rows.Select(scopeOf));
        return rows.Where(row => !isMany || scopeOf(row) == Cohort.Overall);
    }

    /// <summary>More sites than a page shows one by one; all together are none of them.</summary>
    public static bool AreMany(IEnumerable<string> scopes) => scopes.Where(scope => scope != Cohort.Overall).Distinct(StringComparer.Ordinal).Count() > MostSites;
}
