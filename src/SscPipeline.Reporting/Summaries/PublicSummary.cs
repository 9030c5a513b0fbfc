using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Disclosure;

namespace SscPipeline.Reporting.Summaries;

/// <summary>The summary for everybody: no subject and no site can be told from it.</summary>
/// <remarks>Only all sites together are shown, so that nothing can be had by subtracting one site from the whole, and only under one rule for visit
/// windows: the other one moves single persons between visits. Counts go through one <see cref="CellBlock"/>, means through
/// <see cref="MeasureDisclosure"/> and <see cref="GroupFigures"/>. What counts visits instead of persons (agreement of % predicted) is left out, since its n does not say of how many persons.</remarks>
internal static class PublicSummary
{
    private const string MinimumCellSetting = "minimumCell";
    private const int DefaultMinimumCell = 5;

    /// <exception cref="ArgumentException">The setting <c>minimumCell</c> is not a whole number above 1.</exception>
    public static Summary From(Summary summary) => From(summary, new DisclosureRules(Minimum(summary.Settings)));

    internal static Summary From(Summary summary, DisclosureRules rules)
    {
        var subjects = summary.Population.Subjects ?? 0;
        var common = summary with
        {
            Settings = summary.Settings.SetItem(MinimumCellSetting, rules.Minimum.ToString(CultureInfo.InvariantCulture)),
            Sites = [],
            Subjects = [],
            Sensitivity = new Sensitivity(summary.Sensitivity.WindowRule, []),
        };
        if (subjects < rules.Minimum)
        {
            return Nothing(common, rules);
        }

        var cells = new CellBlock(rules);
        var all = cells.Known(subjects);
        var female = cells.Part(all, summary.Population.Female ?? 0, 9);
        var (skin, lung) = (new SkinDisclosure(cells, summary), new LungDisclosure(cells, summary));
        var (visits, treatment) = (new VisitDisclosure(cells, all, summary), new TreatmentDisclosure(cells, summary));
        var (nutrition, events, composite) = (new NutritionDisclosure(cells, summary), new EventDisclosure(cells, all, summary), new CompositeDisclosure(cells, summary));
        cells.Protect();
        return common with
        {
            Population = PopulationDisclosure.Publish(summary.Population, female, rules),
            Measures = [.. MeasureDisclosure.Publish(summary.Measures, rules).Select(measure => With(measure, visits, skin))],
            SkinClasses = skin.Classes(),
            IldResponse = lung.Publish(),
            LungSlopes = TreatmentDisclosure.Slopes(summary, rules),
            Nutrition = nutrition.Publish(),
            AdverseEvents = events.Counts(),
            EventRates = events.Rates(),
            Exposure = treatment.Publish(),
            Composite = composite.Publish(rules),
            Quality = QualityDisclosure.Publish(summary.Quality, visits.Publish(), rules),
        };
    }

    private static Measure With(Measure measure, VisitDisclosure visits, SkinDisclosure skin) => measure with
    {
        Rows = [.. measure.Rows.Select(row => row with
        {
            NExpected = visits.Expected(row.Month),
            Responders = measure.Variable == Variables.MrssTotal ? skin.Responders(row.Month) : null,
        })],
    };

    /// <summary>Of a study that is smaller than the smallest group there is only the literature.</summary>
    private static Summary Nothing(Summary common, DisclosureRules rules) => common with
    {
        Population = PopulationDisclosure.Publish(common.Population, null, rules),
        Measures = [.. common.Measures.Select(measure => measure with { Rows = [] })],
        SkinClasses = [],
        IldResponse = new IldResponse([], [], [], null),
        LungSlopes = [],
        Nutrition = new Nutrition(null, null, null, null, []),
        AdverseEvents = new AdverseEvents(null, null, null, null, null, null, null, []),
        EventRates = [],
        Exposure = [],
        Composite = null,
        Quality = null,
    };

    private static int Minimum(ImmutableSortedDictionary<string, string> settings) =>
        settings.GetValueOrDefault(MinimumCellSetting) is not { } text ? DefaultMinimumCell
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum) && minimum > 1 ? minimum
        : throw new ArgumentException($"The setting minimumCell is '{text}': use a whole number above 1, such as 5.", nameof(settings));
}
