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
        ImmutableArray<SiteActivity> activity = [.. input.Activity.OrderBy(site => site.Site, StringComparer.Ordinal)];
        ImmutableArray<Measure> measures = [], otherMeasures = [];
        var (rest, sensitivity, quality, exposure) = ((Summary?)null, (Sensitivity?)null, (Quality?)null, ImmutableArray<Exposure>.Empty);

        // None of these needs anything of the others, and of a large study each takes long.
        Parallel.Invoke(
            () => (measures, otherMeasures) = MeasureTables.Build(cohort, rule, other, tables),
            () => sensitivity = UnderOtherRule(cohort, other, tables),
            () => quality = QualityFigures.Build(cohort, activity, rule, tables),
            () => exposure = Exposures.Build(cohort),
            () => rest = Rest(input, cohort, rule, activity, tables));
        return For(
            input.Audience, rest! with { Measures = measures, Sensitivity = sensitivity! with { Measures = otherMeasures }, Quality = quality, Exposure = exposure });
    }

    private static Sensitivity UnderOtherRule(Cohort cohort, WindowRule other, ImmutableArray<SiteTables> tables) => new(Name(other), [])
    {
        SkinClasses = [.. SkinClasses.Rows(cohort.Scopes[0], other)],
        LungClasses = IldResponses.Classes(cohort, other, [Cohort.Overall]),
        Composite = Composites.UnderOtherRule(cohort, other, tables) is { } row ? [row] : [],
    };

    /// <summary>All else, with room for those.</summary>
    private static Summary Rest(SummaryInput input, Cohort cohort, WindowRule rule, ImmutableArray<SiteActivity> activity, ImmutableArray<SiteTables> tables)
    {
        var isRecomputed = PercentPredicted.IsRecomputed(input.Settings);
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
            Sensitivity = new Sensitivity("", []),
            IldResponse = IldResponses.Build(cohort, rule, [Cohort.Overall, .. cohort.Sites], isRecomputed),
            Nutrition = NutritionOutcomes.Build(cohort),
            AdverseEvents = AdverseEventCounts.Build(cohort),
            Sites = activity,
            Literature = Literature.Studies,
            Subjects = SubjectCourses.Build(cohort, DateOnly.FromDateTime(input.CutOff.UtcDateTime)),
            SkinClasses = [.. SkinClasses.Together(tables.SelectMany(site => site.SkinClasses)), .. tables.SelectMany(site => site.SkinClasses)],
            LungSlopes = LungSlopes.Build(tables),
            EventRates = EventRates.Build(cohort),
            Composite = Composites.Build([.. tables.Select(site => (site.Composite, site.CompositeSubjects))]),
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
