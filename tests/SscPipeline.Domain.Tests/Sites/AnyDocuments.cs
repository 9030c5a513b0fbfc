using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Tests.Sites;

/// <summary>Documents of a few subjects that agree, contradict and complete each other, the same for the same seed.</summary>
internal sealed class AnyDocuments(int seed)
{
    private static readonly string[] OfVisits = ["mrss_total", "mrss_area_face", "mrss_area_chest", "fvc_l", "fvc_pct_pred", "tpn", "Fvc_l"];
    private static readonly DateOnly Start = new(2012, 3, 5);

    private readonly Random random = new(seed);

    public SiteDocument[] Make() => [.. Enumerable.Range(1, random.Next(1, 5)).Select(number => new SiteDocument(
        string.Create(CultureInfo.InvariantCulture, $"{random.Next(3)}-{number}.xlsx"),
        SubmissionId.Of(new DateTimeOffset(2026, 1, 1, 0, random.Next(3), 0, TimeSpan.Zero), "0123456789"),
        [.. Enumerable.Range(2, random.Next(1, 20)).Select(Row)]))];

    private OutcomeRow Row(int number) => random.Next(6) switch
    {
        0 => Row(number, RecordKind.Subject, OfSubject()),
        1 => Row(number, RecordKind.AdverseEvent, OfEvent()) with { Ordinal = number },
        _ => Row(number, RecordKind.Visit, [.. Outcomes(number % 3 == 0 ? OfVisits : [.. OfVisits.Where(_ => random.Next(2) == 0)])]) with
        {
            Visit = Time(),
            Missing = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new MissingValue(Of(OfVisits), (MissingReason)random.Next(3)))],
        },
    };

    private OutcomeRow Row(int number, RecordKind kind, ImmutableArray<Outcome> outcomes) =>
        new(kind, Of("0042", "0043", "b", "B"), outcomes) { Sheet = Of("A", "B"), Row = number };

    private ImmutableArray<Outcome> OfSubject() =>
    [
        .. random.Next(3) == 0 ? Outcomes(["sex", "sex", "height_cm"]) : Outcomes(["height_cm"]),
        .. random.Next(2) == 0 ? [new Outcome(Variables.ImatinibStartDate, OutcomeValue.Of(Start.AddDays(random.Next(2))), "C1")] : (Outcome[])[],
    ];

    private ImmutableArray<Outcome> OfEvent() =>
    [
        new(Variables.AeTerm, OutcomeValue.Of(Of("Fall", " fall", "Oedema")), "B1"),
        random.Next(2) == 0
            ? new(Variables.AeOnsetStudyDay, OutcomeValue.Of((decimal)random.Next(3)), "B2")
            : new(Variables.AeOnsetDate, OutcomeValue.Of(Start.AddDays(random.Next(3))), "B3"),
        new(Variables.AeEndDate, OutcomeValue.Of(Start.AddDays(random.Next(30))), "B4"),
    ];

    private IEnumerable<Outcome> Outcomes(string[] variables) => variables.Select(variable => new Outcome(variable, Value(), $"D{random.Next(9)}")
    {
        Comparator = random.Next(8) == 0 ? "<" : null,
    });

    private OutcomeValue Value() => random.Next(5) == 0 ? OutcomeValue.Of(Of("Y", "N")) : OutcomeValue.Of((decimal)random.Next(3));

    private VisitTime? Time() => random.Next(9) switch
    {
        0 => null,
        1 => default(VisitTime),
        < 5 => VisitTime.On(Start.AddDays(random.Next(4))),
        < 7 => VisitTime.AtDay(random.Next(1, 4)),
        _ => VisitTime.AtMonth(random.Next(2)),
    };

    private string Of(params ReadOnlySpan<string> any) => any[random.Next(any.Length)];
}
