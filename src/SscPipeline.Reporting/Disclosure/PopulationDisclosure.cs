using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

internal static class PopulationDisclosure
{
    public static Population Publish(Population population, Cell? female, DisclosureRules rules) => population with
    {
        Subjects = female is null ? null : population.Subjects,
        SubjectsPending = null,
        Female = female?.Shown,
        TreatmentMonths = Reduce(population.TreatmentMonths, rules),
        DoseMgPerDay = Reduce(population.DoseMgPerDay, rules),
    };

    private static Spread Reduce(Spread spread, DisclosureRules rules) => new(
        spread.N < rules.Minimum ? 0 : spread.N, spread.N < DisclosureRules.SmallestForQuantiles ? null : spread.Median, null, null);
}
