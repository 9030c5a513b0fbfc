using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Invented studies with people who come and go, drawn from a seed.</summary>
internal static class RandomStudy
{
    private static readonly ConcurrentDictionary<int, Summary> Summaries = new();

    private static readonly ImmutableArray<int> Days = [1, 30, 91, 183, 274, 365, 548, 731];

    /// <summary>Five each of 3, 6, 12 and 40 subjects.</summary>
    public static IEnumerable<int> Seeds => Enumerable.Range(0, 20);

    public static ImmutableArray<SiteData> Sites(int seed)
    {
        var random = new Random(seed);
        var size = (seed % 4) switch { 0 => 3, 1 => 6, 2 => 12, _ => 40 };
        var (hospitals, missing) = (random.Next(1, 6), random.NextDouble() * 0.25);
        List<Dictionary<string, string>> subjects = [], visits = [], events = [];
        for (var i = 0; i < size; i++)
        {
            var (id, site, seen) = ($"QX-{seed:000}-{i:000}", $"clinic-{random.Next(hospitals)}", random.Next(2, Days.Length + 1));
            subjects.Add(Row(id, site, ("sex", random.Next(5) == 0 ? "M" : "F"), ("ild", random.Next(3) == 0 ? "N" : "Y"), ("imatinib_dose_mg_per_day", "200"),
                ("imatinib_last_dose_study_day", Text(Days[seen - 1] + 20))));
            var (skin, fvc, dlco, albumin, haq) = (random.Next(8, 40), random.Next(50, 110), random.Next(30, 90), random.Next(28, 44), random.NextDouble() * 3);
            foreach (var day in Days.Take(seen).Where(_ => random.NextDouble() > missing / 2))
            {
                skin = Math.Max(0, skin - random.Next(-3, 6));
                var row = Row(id, site, ("study_day", Text(day)));
                foreach (var (name, value) in new (string, double)[]
                {
                    ("mrss_total", skin), ("fvc_pct_pred", fvc + random.Next(-8, 9)), ("dlco_pct_pred", dlco + random.Next(-12, 13)), ("albumin_g_l", albumin + random.Next(-3, 7)),
                    ("weight_kg", 40 + random.Next(50)), ("haq_di", Math.Round(haq * 8) / 8), ("patient_global", random.Next(11)), ("physician_global", random.Next(11)),
                })
                {
                    row[name] = random.NextDouble() < missing ? "" : Text(value);
                }

                row["tpn"] = random.Next(4) == 0 ? "Y" : "N";
                row["fvc_pct_pred_recomputed"] = row["fvc_pct_pred"].Length > 0 && random.Next(8) > 0 ? Text(double.Parse(row["fvc_pct_pred"], CultureInfo.InvariantCulture) + 1.5) : "";
                visits.Add(row);
            }

            for (var one = random.Next(5); one > 0; one--)
            {
                events.Add(Row(id, site, ("ae_term", random.Next(3) == 0 ? "Rash" : "Oedema"), ("ae_onset_study_day", Text(random.Next(1, Days[seen - 1] + 80))), ("ae_grade", Text(random.Next(1, 5))),
                    ("ae_serious", random.Next(4) == 0 ? "Y" : "N"), ("ae_causality", random.Next(2) == 0 ? "POSSIBLE" : "PROBABLE"), ("ae_outcome", random.Next(6) == 0 ? "NOT RECOVERED" : "RECOVERED")));
            }
        }

        return SiteFixture.Sites(subjects, visits, events);
    }

    public static Summary Controlled(int seed) => Summaries.GetOrAdd(seed, one => TinyStudy.Summary(Sites(one)));

    private static Dictionary<string, string> Row(string subject, string site, params (string Name, string Value)[] fields) =>
        fields.Prepend(("site_id", site)).Prepend(("subject_id", subject)).ToDictionary(field => field.Item1, field => field.Item2);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
