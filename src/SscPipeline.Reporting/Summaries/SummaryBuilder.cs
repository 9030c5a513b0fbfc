using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Makes the numbers of a report. Pure: the same input gives the same summary, in whatever order its parts come.</summary>
public static class SummaryBuilder
{
    private const string WindowRuleSetting = "windowRule";

    /// <exception cref="ArgumentException">A setting has a value that it cannot have, or a site is given twice.</exception>
    public static Summary Build(SummaryInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var rule = Rule(input.Settings);
        var other = rule == WindowRule.Strict ? WindowRule.Contiguous : WindowRule.Strict;
        var cohort = new Cohort([.. input.Figures, .. input.Sites.Select(SiteFigures.Of)], DateOnly.FromDateTime(input.CutOff.UtcDateTime));
        var tables = SiteTables.Of(cohort, rule, PercentPredicted.IsRecomputed(input.Settings));
        ImmutableArray<Measure> measures = [], otherMeasures = [];
        Summary? rest = null;

        // Neither half needs anything of the other, and in a large study each takes a processor.
        Parallel.Invoke(
            () =>
            {
                measures = MeasureTables.Build(cohort, rule, tables);
                otherMeasures = MeasureTables.BuildOverall(cohort, other, rule, measures);
            },
            () => rest = WithoutMeasures(input, cohort, rule, other, tables));
        return For(input.Audience, rest! with { Measures = measures, Sensitivity = rest.Sensitivity with { Measures = otherMeasures } });
    }

    private static Summary WithoutMeasures(SummaryInput input, Cohort cohort, WindowRule rule, WindowRule other, ImmutableArray<SiteTables> tables)
    {
        var isRecomputed = PercentPredicted.IsRecomputed(input.Settings);
        var overall = cohort.Scopes[0];
        ImmutableArray<SiteActivity> activity = [.. input.Activity.OrderBy(site => site.Site, StringComparer.Ordinal)];
        return new Summary
        {
            Study = input.Study,
            Audience = input.Audience,
            GeneratedAt = input.GeneratedAt,
            CutOff = input.CutOff,
            DictionaryVersion = input.DictionaryVersion,
            NothingNewSince = input.NothingNewSince,
            Settings = input.Settings.SetItem(WindowRuleSetting, Name(rule)),
            Population = PopulationFigures.Build(cohort),
            Measures = [],
            Sensitivity = new Sensitivity(Name(other), [])
            {
                SkinClasses = [.. SkinClasses.Rows(overall, other)],
                LungClasses = IldResponses.Classes(cohort, other, [Cohort.Overall]),
                Composite = Composites.OfSite(overall, other, isRecomputed).Rows,
            },
            IldResponse = IldResponses.Build(cohort, rule, [Cohort.Overall, .. cohort.Sites], isRecomputed),
            Nutrition = NutritionOutcomes.Build(cohort),
            AdverseEvents = AdverseEventCounts.Build(cohort),
            Sites = activity,
            Literature = Literature.Studies,
            Subjects = SubjectCourses.Build(cohort, DateOnly.FromDateTime(input.CutOff.UtcDateTime)),
            SkinClasses = [.. SkinClasses.Rows(overall, rule), .. tables.SelectMany(site => site.SkinClasses)],
            LungSlopes = LungSlopes.Build(tables),
            Exposure = Exposures.Build(cohort),
            EventRates = EventRates.Build(cohort),
            Composite = Composites.Build([.. tables.Select(site => (site.Composite, site.CompositeSubjects))]),
            Quality = QualityFigures.Build(cohort, activity, rule, tables),
        };
    }

    /// <summary>Makes the site's own rows beforehand, while other sites are still being read; <see cref="Build"/> makes what is missing.</summary>
    /// <param name="settings">As in <see cref="SummaryInput.Settings"/>.</param>
    public static void Prepare(SiteFigures site, ImmutableSortedDictionary<string, string> settings)
    {
        // No cut-off changes these rows: any day will do.
        SiteTables.Of(new Cohort([site], DateOnly.MinValue), Rule(settings), PercentPredicted.IsRecomputed(settings));
    }

    /// <summary>What an audience may see of a controlled summary; the expensive part is made once for all of them.</summary>
    /// <exception cref="ArgumentException">There is no such audience.</exception>
    public static Summary For(string audience, Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return audience switch
        {
            "controlled" => summary,
            "public" => PublicSummary.From(summary with { Audience = audience }),
            _ => throw new ArgumentException($"Audience '{audience}' is unknown: use 'controlled' or 'public'.", nameof(audience)),
        };
    }

    private static WindowRule Rule(ImmutableSortedDictionary<string, string> settings) =>
        settings.GetValueOrDefault(WindowRuleSetting) switch
        {
            null or "strict" => WindowRule.Strict,
            "contiguous" => WindowRule.Contiguous,
            var unknown => throw new ArgumentException($"The setting windowRule is '{unknown}': use 'strict' or 'contiguous'.", nameof(settings)),
        };

    private static string Name(WindowRule rule) => rule == WindowRule.Strict ? "strict" : "contiguous";
}
