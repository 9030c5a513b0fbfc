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
        ImmutableArray<string> scopes = [Cohort.Overall, .. cohort.Sites];
        var isRecomputed = PercentPredicted.IsRecomputed(input.Settings);
        ImmutableArray<SiteActivity> activity = [.. input.Activity.OrderBy(site => site.Site, StringComparer.Ordinal)];
        var tables = SiteTables.Of(cohort, rule, isRecomputed);
        ImmutableArray<Measure> measures = [], otherMeasures = [];
        var (lungs, nutrition, events, rates, exposure) = (default(IldResponse), default(Nutrition), default(AdverseEvents), ImmutableArray<EventRate>.Empty, ImmutableArray<Exposure>.Empty);
        var (quality, skin, otherSkin, otherLungs, otherComposite) =
            (default(Quality), ImmutableArray<SkinClassRow>.Empty, ImmutableArray<SkinClassRow>.Empty, ImmutableArray<LungClassRow>.Empty, ImmutableArray<CompositeRow>.Empty);

        // Neither half needs anything of the other, and in a large study each takes a processor.
        Parallel.Invoke(
            () =>
            {
                measures = MeasureTables.Build(cohort, rule, tables);
                otherMeasures = MeasureTables.BuildOverall(cohort, other, rule, measures);
            },
            () =>
            {
                lungs = IldResponses.Build(cohort, rule, scopes, isRecomputed);
                otherLungs = IldResponses.Classes(cohort, other, [Cohort.Overall]);
                (nutrition, events, rates, exposure) = (NutritionOutcomes.Build(cohort), AdverseEventCounts.Build(cohort), EventRates.Build(cohort), Exposures.Build(cohort));
                quality = QualityFigures.Build(cohort, activity, rule, tables);
                skin = [.. SkinClasses.Rows(cohort.Scopes[0], rule), .. tables.SelectMany(site => site.SkinClasses)];
                otherSkin = [.. SkinClasses.Rows(cohort.Scopes[0], other)];
                otherComposite = Composites.OfSite(cohort.Scopes[0], other, isRecomputed).Rows;
            });
        var summary = new Summary
        {
            Study = input.Study,
            Audience = input.Audience,
            GeneratedAt = input.GeneratedAt,
            CutOff = input.CutOff,
            DictionaryVersion = input.DictionaryVersion,
            NothingNewSince = input.NothingNewSince,
            Settings = input.Settings.SetItem(WindowRuleSetting, Name(rule)),
            Population = PopulationFigures.Build(cohort),
            Measures = measures,
            Sensitivity = new Sensitivity(Name(other), otherMeasures) { SkinClasses = otherSkin, LungClasses = otherLungs, Composite = otherComposite },
            IldResponse = lungs!,
            Nutrition = nutrition!,
            AdverseEvents = events!,
            Sites = activity,
            Literature = Literature.Studies,
            Subjects = SubjectCourses.Build(cohort, DateOnly.FromDateTime(input.CutOff.UtcDateTime)),
            SkinClasses = skin,
            LungSlopes = LungSlopes.Build(tables),
            Exposure = exposure,
            EventRates = rates,
            Composite = Composites.Build([.. tables.Select(site => (site.Composite, site.CompositeSubjects))]),
            Quality = quality,
        };
        return For(input.Audience, summary);
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
