using SscPipeline.Reporting.Disclosure;
using SscPipeline.Reporting.Statistics;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Adverse events of 60 subjects. The minimum is 5 throughout.</summary>
public sealed class EventDisclosureTests
{
    private static readonly Exposure Treated = HandMade.Exposure(60, 60);

    private static readonly EventRate[] Enough =
    [
        Row("all", "", 40, 30, 30), Row("seriousness", "serious", 10, 10, 10), Row("seriousness", "not serious", 30, 25, 20), Row("grade", "1", 25, 20, 15), Row("grade", "3", 15, 15, 15),
        Row("severity", "grade 1 to 2", 25, 20, 15), Row("severity", "grade 3 to 5", 15, 15, 15), Row("causality", "PROBABLE", 40, 30, 30), Row("outcome", "RECOVERED", 40, 30, 30),
    ];

    [Fact]
    public void Enough_events_of_enough_subjects_are_shown()
    {
        var counts = Of(Enough).Counts();

        Assert.Equal((40, 10, 30, 10), (counts.Total, counts.Serious, counts.SubjectsWithAny, counts.SubjectsWithSerious));
        Assert.Equal([new("1", 25), new("3", 15)], counts.ByGrade!);
        Assert.Equal([new("PROBABLE", 40)], counts.ByCausality!);
        Assert.Equal([new("RECOVERED", 40)], counts.ByOutcome!);
        Assert.Empty(counts.SeriousEvents);
    }

    [Fact]
    public void Their_rate_follows_from_the_events_on_treatment_and_the_treated_time_of_all()
    {
        var rates = Of(Enough).Rates();
        var notSerious = rates.Single(row => row.Level == "not serious");

        Assert.Equal(Enough.Length, rates.Length);
        Assert.Equal((600, 100.0 * 20 / 600), (notSerious.PatientMonths, notSerious.Per100PatientMonths));
        Assert.Equal(PoissonRate.Confidence95(20).Low / 6, notSerious.Ci95!.Value[0], 12);
        Assert.Equal(PoissonRate.Confidence95(20).High / 6, notSerious.Ci95!.Value[1], 12);
    }

    [Fact]
    public void Nothing_is_shown_of_events_of_which_nothing_is_known()
    {
        var events = Of();

        Assert.Null(events.Counts().Total ?? events.Counts().Serious ?? events.Counts().SubjectsWithAny ?? events.Counts().SubjectsWithSerious);
        Assert.Empty(events.Rates());
    }

    [Fact]
    public void Where_nobody_had_an_event_the_numbers_are_0_and_there_are_no_lists()
    {
        var counts = Of(Row("all", "", 0, 0, 0)).Counts();

        Assert.Equal((0, 0, 0, 0), (counts.Total, counts.Serious, counts.SubjectsWithAny, counts.SubjectsWithSerious));
        Assert.Null(counts.ByGrade ?? counts.ByCausality ?? counts.ByOutcome);
    }

    [Fact]
    public void Few_serious_events_are_withheld()
    {
        var counts = Of(Row("all", "", 40, 30, 30), Row("seriousness", "serious", 2, 2, 2), Row("seriousness", "not serious", 38, 28, 28)).Counts();

        Assert.Null(counts.Serious);
        Assert.Null(counts.SubjectsWithSerious);
    }

    [Fact]
    public void Events_of_few_are_withheld_whole()
    {
        var counts = Of(Row("all", "", 40, 3, 30)).Counts();

        Assert.Null(counts.Total ?? counts.Serious ?? counts.SubjectsWithAny);
        Assert.Null(counts.ByGrade);
    }

    [Fact]
    public void Rates_need_a_treated_time_that_is_shown()
    {
        Assert.Empty(Of(HandMade.Study with { EventRates = [.. Enough] }).Rates());
        Assert.Empty(Of(HandMade.Study with { EventRates = [.. Enough], Exposure = [HandMade.Exposure(4, 4)] }).Rates());
        Assert.Empty(Of(HandMade.Study with { EventRates = [.. Enough], Exposure = [Treated with { PatientMonths = 0 }] }).Rates());
    }

    [Fact]
    public void Sites_are_not_looked_at()
    {
        var study = HandMade.Study with { EventRates = [Row("all", "", 12, 12, 12) with { Scope = "site-a" }, .. Enough], Exposure = [Treated with { Scope = "site-a", PatientMonths = 5 }, Treated] };

        Assert.Equal(40, Of(study).Counts().Total);
        Assert.All(Of(study).Rates(), row => Assert.Equal(600, row.PatientMonths));
    }

    /// <summary>Grades add up to severities: in each of these one small count would be left.</summary>
    [Theory]
    [InlineData(1, 4, 2, 11, 12, 0)]
    [InlineData(2, 11, 1, 1, 4, 0)]
    [InlineData(1, 3, 10, 0, 11, 6)]
    public void What_grades_hide_severities_do_not_tell(params int[] events)
    {
        Assert.Empty(HandMade.Found(Graded(events, _ => 0)));
        Assert.Empty(HandMade.Found(Graded(events, count => count)));
        Assert.Empty(HandMade.Found(Graded([.. events.Select(count => count == 0 ? 0 : count + 10)], count => count - 10)));
    }

    [Fact]
    public void Severities_are_shown_rather_than_grades()
    {
        var rates = HandMade.Published(Graded([50, 2, 10, 0, 0, 0], count => count)).EventRates;

        Assert.Equal(["grade 1 to 2", "grade 3 to 5"], rates.Where(row => row.Group == "severity").Select(row => row.Level));
        Assert.Equal(["3"], rates.Where(row => row.Group == "grade").Select(row => row.Level));
    }

    [Fact]
    public void A_kind_of_event_that_all_but_a_few_had_is_withheld()
    {
        var study = HandMade.Study with { Exposure = [Treated], EventRates = [Row("all", "", 90, 58, 90), Row("term", "Oedema", 70, 56, 70), Row("term", "Rash", 20, 20, 20)] };

        Assert.Empty(HandMade.Found(study));
        Assert.Equal(["Rash"], HandMade.Published(study).EventRates.Select(row => row.Level));
    }

    /// <summary>The same small counts on and off treatment, under several headings, some of them missing.</summary>
    [Fact]
    public void No_small_count_can_be_computed_from_tables_of_random_events()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var found = HandMade.Found(HandMade.Study with { Exposure = [Treated], EventRates = RandomEvents.Rows(seed, HandMade.Subjects) });

            Assert.True(found.Count == 0, $"Seed {seed}: {string.Join(", ", found)}");
        }
    }

    private static Summary Graded(int[] events, Func<int, int> onTreatment)
    {
        string[] names = ["1", "2", "3", "4", "5", "missing"];
        var grades = names.Zip(events).Where(grade => grade.Second > 0).Select(grade => Row("grade", grade.First, grade.Second, Math.Min(grade.Second, 10), onTreatment(grade.Second))).ToList();
        return HandMade.Study with
        {
            Exposure = [Treated],
            EventRates =
            [
                Sum("all", "", grades) with { Subjects = 40 },
                Sum("severity", "grade 1 to 2", grades.Where(row => row.Level is "1" or "2")),
                .. grades.Exists(row => row.Level == "missing") ? new[] { Sum("severity", "missing", grades.Where(row => row.Level == "missing")) } : [],
                Sum("severity", "grade 3 to 5", grades.Where(row => row.Level is "3" or "4" or "5")),
                .. grades,
            ],
        };

        static EventRate Sum(string group, string level, IEnumerable<EventRate> rows) =>
            Row(group, level, rows.Sum(row => row.Events), rows.Max(row => row.Subjects), rows.Sum(row => row.OnTreatment));
    }

    private static EventDisclosure Of(params EventRate[] rows) => Of(HandMade.Study with { EventRates = [.. rows], Exposure = [Treated] });

    private static EventDisclosure Of(Summary study)
    {
        var cells = new CellBlock(new DisclosureRules(5));
        var events = new EventDisclosure(cells, cells.Known(HandMade.Subjects), study);
        cells.Protect();
        return events;
    }

    private static EventRate Row(string group, string level, int events, int subjects, int onTreatment) =>
        new("overall", group, level, events, subjects, onTreatment, 0, null, null);
}
