using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Tests.Sites;

public sealed class SiteDataJoinTests
{
    private static readonly SiteCode Site = SiteCode.Parse("site-a");

    private static readonly SiteDocument Subjects = Document("subjects.xlsx", 1,
        Row(RecordKind.Subject, "0042", (Variables.ImatinibStartDate, OutcomeValue.Of(new DateOnly(2012, 3, 5))), (Variables.ImatinibLastDoseDate, OutcomeValue.Of(new DateOnly(2014, 3, 5)))));

    private static readonly SiteDocument Visits = Document("visits.xlsx", 2,
        Visit("0042", VisitTime.On(new DateOnly(2012, 3, 5)), (Variables.MrssTotal, OutcomeValue.Of(24m))),
        Visit("0042", VisitTime.On(new DateOnly(2012, 9, 4)), (Variables.MrssTotal, OutcomeValue.Of(18m))));

    private static readonly SiteDocument Laboratory = Document("lab.xlsx", 3,
        Visit("0042", VisitTime.AtDay(184), (Variables.Albumin, OutcomeValue.Of(38m))),
        Visit("0042", VisitTime.AtMonth(6), (Variables.WeightKg, OutcomeValue.Of(52m))));

    public static IEnumerable<object[]> Seeds() => Enumerable.Range(1, 200).Select(seed => new object[] { seed });

    [Fact]
    public void A_start_date_in_one_document_gives_study_days_to_the_visits_of_another()
    {
        var subject = Assert.Single(SiteData.Join(Site, [Visits, Subjects]).Subjects);

        Assert.Equal([1, 184], subject.Visits.Select(visit => visit.StudyDay));
        Assert.Equal(731, subject.LastDoseDay);
        Assert.Equal(731 / 30.4375m, subject.TreatmentMonths);
    }

    [Fact]
    public void Until_the_start_date_is_known_dated_visits_have_no_study_day_and_are_kept()
    {
        var subject = Assert.Single(SiteData.Join(Site, [Visits]).Subjects);

        Assert.False(subject.HasSubjectRow);
        Assert.Equal([null, null], subject.Visits.Select(visit => visit.StudyDay));
        Assert.Equal(18, subject.Visits[1].Number(Variables.MrssTotal));
        Assert.Null(subject.TreatmentMonths);
    }

    [Fact]
    public void A_visit_known_by_its_date_and_by_its_study_day_is_one_visit()
    {
        var subject = SiteData.Join(Site, [Subjects, Visits, Laboratory]).Subjects[0];

        var day184 = subject.Visits.Single(visit => visit.StudyDay == 184);
        Assert.Equal((18m, 38m), (day184.Number(Variables.MrssTotal), day184.Number(Variables.Albumin)));
        Assert.False(day184.IsNominal);
    }

    [Fact]
    public void A_nominal_month_takes_the_target_day_of_its_visit()
    {
        var nominal = SiteData.Join(Site, [Subjects, Laboratory]).Subjects[0].Visits.Single(visit => visit.IsNominal);

        Assert.Equal((183, 52m), (nominal.StudyDay, nominal.Number(Variables.WeightKg)));
    }

    [Fact]
    public void Of_two_documents_that_disagree_the_later_submission_counts_and_both_are_named()
    {
        var later = Document("another name.xlsx", 9, Visit("0042", VisitTime.AtDay(1), (Variables.MrssTotal, OutcomeValue.Of(25m))));

        var data = SiteData.Join(Site, [later, Visits, Subjects]);

        Assert.Equal(25, data.Subjects[0].Visits[0].Number(Variables.MrssTotal));
        var conflict = Assert.Single(data.Conflicts);
        Assert.Equal(("another name.xlsx", "visits.xlsx", 1), (conflict.Kept.Source.Document, conflict.Dropped.Source.Document, conflict.StudyDay));
    }

    [Fact]
    public void Documents_that_agree_are_no_conflict()
    {
        var again = Document("again.xlsx", 9, Visit("0042", VisitTime.AtDay(1), (Variables.MrssTotal, OutcomeValue.Of(24.0m))));

        Assert.Empty(SiteData.Join(Site, [again, Visits, Subjects]).Conflicts);
    }

    [Fact]
    public void The_same_adverse_event_in_two_documents_is_one_and_twice_in_one_document_is_two()
    {
        var first = Document("first.xlsx", 1, Event(1, "Nausea", 9), Event(2, "Oedema", 20));
        var second = Document("second.xlsx", 2, Event(1, "nausea ", 9), Event(2, "Nausea", 9));

        var events = SiteData.Join(Site, [second, first]).Subjects[0].AdverseEvents;

        Assert.Equal([9, 9, 20], events.Select(one => one.OnsetDay));
        Assert.Equal(["second.xlsx", "second.xlsx", "first.xlsx"], events.Select(one => one.Source.Document));
    }

    [Fact]
    public void The_onset_of_an_event_may_be_a_date()
    {
        var dated = Row(RecordKind.AdverseEvent, "0042", (Variables.AeTerm, OutcomeValue.Of("Fall")), (Variables.AeOnsetDate, OutcomeValue.Of(new DateOnly(2012, 3, 14)))) with { Ordinal = 1 };

        Assert.Equal(10, SiteData.Join(Site, [Document("ae.xlsx", 5, dated), Subjects]).Subjects[0].AdverseEvents[0].OnsetDay);
    }

    [Fact]
    public void A_censored_value_is_kept_and_is_no_number()
    {
        var row = Visit("0042", VisitTime.AtDay(1)) with { Outcomes = [new Outcome(Variables.Albumin, OutcomeValue.Of(20m), "B2") { Comparator = "<" }] };

        var visit = SiteData.Join(Site, [Document("lab.xlsx", 1, row)]).Subjects[0].Visits[0];

        Assert.Null(visit.Number(Variables.Albumin));
        Assert.Equal("<", visit.Values[Variables.Albumin].Outcome.Comparator);
    }

    [Fact]
    public void A_value_is_missing_only_when_no_document_has_it_and_the_strongest_reason_is_told()
    {
        var blank = Document("a.xlsx", 1, Visit("0042", VisitTime.AtDay(1)) with { Missing = [new(Variables.MrssTotal, MissingReason.Withheld), new(Variables.Albumin, MissingReason.Blank)] });
        var full = Document("b.xlsx", 2, Visit("0042", VisitTime.AtDay(1), (Variables.Albumin, OutcomeValue.Of(40m))) with { Missing = [new(Variables.MrssTotal, MissingReason.Blank)] });

        var missing = SiteData.Join(Site, [full, blank]).Subjects[0].Visits[0].Missing;

        Assert.Equal(MissingReason.Withheld, Assert.Single(missing).Value);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_order_in_which_documents_arrive_changes_nothing(int seed)
    {
        var random = new Random(seed);
        var documents = Enumerable.Range(1, 6).Select(number => RandomDocument(number, random)).Append(Subjects with { Document = "s.xlsx" }).ToArray();
        var expected = Shown(SiteData.Join(Site, documents));

        random.Shuffle(documents);

        Assert.Equal(expected, Shown(SiteData.Join(Site, documents)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Any_documents_are_joined_row_by_row_the_later_value_instead_of_the_earlier_one(int seed)
    {
        var documents = new AnyDocuments(seed).Make();

        Assert.Equal(new PlainJoin(documents).Shown(), PlainJoin.Shown(SiteData.Join(Site, documents)));
    }

    private static SiteDocument RandomDocument(int number, Random random) => Document(
        $"{random.Next(100)}-{number}.xlsx",
        10 + number,
        [.. Enumerable.Range(0, 8).Select(_ => Visit(
            random.Next(2) == 0 ? "0042" : "0043",
            random.Next(3) switch
            {
                0 => VisitTime.On(new DateOnly(2012, 3, 5).AddDays(random.Next(4))),
                1 => VisitTime.AtDay(random.Next(1, 5)),
                _ => VisitTime.AtMonth(random.Next(2)),
            },
            (random.Next(2) == 0 ? Variables.MrssTotal : Variables.Albumin, OutcomeValue.Of((decimal)random.Next(3)))))]);

    private static string Shown(SiteData data) => string.Join('\n', data.Subjects
        .SelectMany(subject => subject.Visits.Select(visit =>
            $"{subject.Subject} {visit.StudyDay} {visit.Time} {visit.IsNominal} {string.Join(' ', visit.Values.Select(value => $"{value.Key}={value.Value.Outcome.Value} {value.Value.Source.Document}"))}"))
        .Concat(data.Conflicts.Select(conflict => $"{conflict.Subject} {conflict.StudyDay} {conflict.Variable} {conflict.Kept.Outcome.Value} {conflict.Dropped.Outcome.Value}")));

    private static SiteDocument Document(string name, int minute, params ImmutableArray<OutcomeRow> rows) =>
        new(name, SubmissionId.Of(new DateTimeOffset(2026, 1, 1, 0, minute, 0, TimeSpan.Zero), "0123456789"), rows);

    private static OutcomeRow Visit(string subject, VisitTime time, params (string Variable, OutcomeValue Value)[] values) =>
        Row(RecordKind.Visit, subject, values) with { Visit = time };

    private static OutcomeRow Event(int ordinal, string term, int onset) =>
        Row(RecordKind.AdverseEvent, "0042", (Variables.AeTerm, OutcomeValue.Of(term)), (Variables.AeOnsetStudyDay, OutcomeValue.Of((decimal)onset))) with { Ordinal = ordinal, Row = ordinal + 1 };

    private static OutcomeRow Row(RecordKind kind, string subject, params (string Variable, OutcomeValue Value)[] values) =>
        new(kind, subject, [.. values.Select(value => new Outcome(value.Variable, value.Value, "A2"))]) { Sheet = "Sheet1", Row = 2 };
}
