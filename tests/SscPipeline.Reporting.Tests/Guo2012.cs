using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests;

/// <summary>The synthetic three-site set that agrees with the published figures of doi:10.1007/s10067-012-2032-2. Nobody real is in it.</summary>
internal static class Guo2012
{
    private static readonly Dictionary<string, string> Canonical = new()
    {
        ["age_at_baseline_years"] = "age_years",
        ["age_at_visit_years"] = "age_years",
        ["ild_at_baseline"] = "ild",
        ["dlco_ml_min_mmhg"] = "dlco",
        ["verbatim_term"] = "ae_term",
        ["onset_study_day"] = "ae_onset_study_day",
        ["end_study_day"] = "ae_end_study_day",
        ["ctcae_grade"] = "ae_grade",
        ["serious"] = "ae_serious",
        ["causality_who_umc"] = "ae_causality",
        ["action_taken"] = "ae_action",
        ["outcome"] = "ae_outcome",
    };

    public static ImmutableArray<SiteData> Sites { get; } =
        SiteFixture.Sites(Read("subjects"), Read("visits"), Read("adverse_events"));

    public static List<Dictionary<string, string>> Expected { get; } = TestTable.Read("guo2012/expected_summary.csv");

    public static SummaryInput Input { get; } = new()
    {
        Study = "Low-dose imatinib in systemic sclerosis",
        Audience = "controlled",
        GeneratedAt = new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero),
        CutOff = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        DictionaryVersion = "1",
        Sites = Sites,
        Activity =
        [
            .. Sites.Select((site, index) => new SiteActivity(
                site.Site.Value, 3, 3 + index, 20 - index, index, new DateTimeOffset(2026, 2, 20 + index, 9, 30, 0, TimeSpan.Zero),
                ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, index == 1 ? [new("SSC-021", 2)] : Array.Empty<KeyValuePair<string, int>>()))),
        ],
    };

    public static Summary Summary { get; } = SummaryBuilder.Build(Input);

    public static MeasureRow Row(string variable, int month, string scope = "overall") =>
        Summary.Measures.Single(measure => measure.Variable == variable).Rows.Single(row => row.Month == month && row.Scope == scope);

    private static List<Dictionary<string, string>> Read(string name) =>
        [.. TestTable.Read($"guo2012/{name}.csv").Select(row => row.ToDictionary(field => Canonical.GetValueOrDefault(field.Key, field.Key), field => field.Value))];
}
