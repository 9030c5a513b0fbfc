using SscPipeline.Domain.LungFunction;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>A small study without a fault: what was measured fits together.</summary>
internal sealed class Study
{
    private static readonly int[] Schedule = [0, 3, 6, 12, 24];

    private readonly Random random;
    private readonly Habits habits;

    private Study(Random random, Habits habits) => (this.random, this.habits) = (random, habits);

    public List<Entry> Subjects { get; } = [];

    public List<Entry> Visits { get; } = [];

    public List<Entry> Events { get; } = [];

    public int[] Months { get; private set; } = [];

    public static Study Draw(Random random, Habits habits)
    {
        var study = new Study(random, habits) { Months = Schedule[..random.Next(3, 6)] };
        var site = (char)('A' + random.Next(6));
        for (var i = 1; i <= random.Next(4, 9); i++)
        {
            study.AddSubject($"SYN-{site}-{i:00}");
        }

        return study;
    }

    private void AddSubject(string id)
    {
        var (female, age, height) = (random.Next(4) > 0, random.Next(24, 71), random.Next(150, 182));
        var start = new DateOnly(2010, 1, 1).AddDays(random.Next(600));
        var first = new DateOnly(start.Year, start.Month, random.Next(13, 28));
        var end = first.AddMonths(Months[^1]);
        var subject = new Entry(id, 0)
        {
            Values =
            {
                ["sex"] = female ? "F" : "M", ["age_years"] = (decimal)age, ["height_cm"] = (decimal)height,
                ["imatinib_start_date"] = first, ["imatinib_last_dose_date"] = new DateOnly(end.Year, end.Month, random.Next(13, 28)),
            },
        };
        Subjects.Add(subject);
        var person = new ReferencePerson(female ? Sex.Female : Sex.Male, age, height);
        var (skin, fvc, dlco, weight) = (random.Next(14, 36), random.Next(60, 110), random.Next(45, 95), random.Next(46, 86));
        foreach (var month in Months)
        {
            var visit = new Entry(id, month);
            Visits.Add(visit);
            AddTime(visit, first, (int)(month * 30.4375m));
            AddSkin(visit, Math.Max(4, skin - (month / 2) - random.Next(4)));
            AddLungs(visit, person, fvc + random.Next(-3, 4), dlco + random.Next(-3, 4));
            AddRest(visit, weight);
            if (habits.Layout == Layout.LongWithFacts)
            {
                subject.Values.ToList().ForEach(fact => visit.Values[fact.Key] = fact.Value);
            }
        }

        if (habits.HasEvents && random.Next(3) > 0)
        {
            AddEvent(id, first);
        }
    }

    private void AddTime(Entry visit, DateOnly first, int day)
    {
        var shift = day == 0 ? 0 : random.Next(-6, 7);
        var time = habits.Times;
        visit.Values[time switch { Times.Day => "study_day", Times.Date => "visit_date", _ => "visit_month" }] = time switch
        {
            Times.Day => (decimal)(day + shift + 1),
            Times.Date => first.AddDays(day + shift),
            _ => (decimal)visit.Month,
        };
    }

    private void AddSkin(Entry visit, int score)
    {
        visit.Values["mrss_total"] = (decimal)score;
        if (habits.Skin == Skin.Areas)
        {
            var areas = new int[17];
            for (var left = score; left > 0;)
            {
                var at = random.Next(17);
                if (areas[at] < 3)
                {
                    areas[at]++;
                    left--;
                }
            }

            for (var i = 0; i < 17; i++)
            {
                visit.Values[Vocabulary.Areas[i]] = (decimal)areas[i];
            }
        }
        else if (habits.Skin == Skin.Assessors)
        {
            var (one, two) = (score, score + random.Next(0, 4));
            (visit.Values["mrss_assessor1"], visit.Values["mrss_assessor2"]) = ((decimal)one, (decimal)two);
            visit.Values["mrss_total"] = (one + two) / 2m;
        }
    }

    private void AddLungs(Entry visit, ReferencePerson person, int fvcPercent, int dlcoPercent)
    {
        decimal Predicted(ReferenceSet set, LungParameter parameter) => (decimal)ReferenceEquations.Predict(set, parameter, person)!.Value.M;
        var fvc = Math.Round(Predicted(ReferenceSet.GliGlobal2022, LungParameter.Fvc) * fvcPercent / 100, 2);
        var fev1 = Math.Round(fvc * random.Next(72, 90) / 100m, 2);
        visit.Values["fvc_l"] = fvc;
        visit.Values["fvc_pct_pred"] = (decimal)fvcPercent;
        visit.Values["fev1_l"] = fev1;
        visit.Values["fev1_fvc"] = Math.Round(fev1 / fvc, 2);
        visit.Values["tlc_l"] = Math.Round(fvc * random.Next(125, 150) / 100m, 2);
        visit.Values["dlco"] = Math.Round(Predicted(ReferenceSet.Gli2017, LungParameter.Dlco) * dlcoPercent / 100, 1);
        visit.Values["dlco_pct_pred"] = (decimal)dlcoPercent;
    }

    private void AddRest(Entry visit, int weight)
    {
        visit.Values["weight_kg"] = weight + (random.Next(-9, 10) / 10m);
        visit.Values["hb_g_l"] = (decimal)random.Next(98, 156);
        visit.Values["albumin_g_l"] = (decimal)random.Next(34, 48);
        visit.Values["tpn"] = "N";
        visit.Values["haq_di"] = random.Next(0, 20) * 0.125m;
        visit.Values["patient_global"] = random.Next(5, 90) / 10m;
        visit.Values["comment"] = random.Next(4) > 0 ? "" : habits.IsChinese ? "一般情况好" : "feels well, no oedema";
    }

    private void AddEvent(string id, DateOnly first)
    {
        var month = first.AddMonths(random.Next(1, 9));
        var onset = new DateOnly(month.Year, month.Month, random.Next(13, 28));
        var (term, causality) = habits.IsChinese
            ? (Pick("水肿", "恶心", "肌肉痉挛", "骨折"), Pick("可能有关", "可能无关", "很可能有关", "无关"))
            : (Pick("Periorbital oedema", "Nausea", "Muscle cramps", "Bone fracture"), Pick("possibly related", "probably not related", "Unlikely", "Probable"));
        var end = onset.AddMonths(1);
        Events.Add(new Entry(id, 0)
        {
            Values =
            {
                ["ae_term"] = term, ["ae_onset_date"] = onset, ["ae_end_date"] = end, ["ae_grade"] = (decimal)random.Next(1, 4),
                ["ae_serious"] = "N", ["ae_causality"] = causality, ["ae_outcome"] = habits.IsChinese ? "痊愈" : Pick("Recovered", "resolved"),
            },
        });
    }

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];
}
