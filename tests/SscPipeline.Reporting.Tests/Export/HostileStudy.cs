using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Reporting.Tests.Export;

/// <summary>A site whose every text begins with the same letters; with dates, a day before the first dose, a bound and a value not done.</summary>
internal static class HostileStudy
{
    public static ImmutableArray<SiteData> Of(string text) =>
        [SiteData.Join(SiteCode.Parse("site-h"), [Subjects(text), Visits(text), Events(text)])];

    private static SiteDocument Subjects(string text) => Document(text + "subjects.csv", 1,
        new OutcomeRow(RecordKind.Subject, text + "1",
        [
            Of(Variables.Sex, "F", "A2"), Of(Variables.AgeYears, 41, "B2"), Of(Variables.HeightCm, 160, "C2"),
            new Outcome(Variables.ImatinibStartDate, OutcomeValue.Of(new DateOnly(2024, 1, 1)), "D2"), Of(Variables.ImatinibDose, 200, "E2"), Of("comment", text, "F2"),
        ])
        { Sheet = text + "Sheet", Row = 2 });

    private static SiteDocument Visits(string text) => Document(text + "visits.csv", 2,
        new OutcomeRow(RecordKind.Visit, text + "1",
        [
            Of(Variables.MrssTotal, 21, "C2") with { Sent = text + "21" }, Of("mrss_assessor_code", text, "D2"),
            Of(Variables.Albumin, 24, text + "!E2") with { Sent = "2.4 g/dL" },
        ])
        {
            Visit = VisitTime.On(new DateOnly(2023, 12, 31)),
            Sheet = text + "Sheet",
            Row = 2,
            Missing = [new MissingValue(Variables.Dlco, MissingReason.NotDone), new MissingValue(Variables.FvcL, MissingReason.Blank)],
        },
        new OutcomeRow(RecordKind.Visit, text + "1",
        [
            Of(Variables.MrssTotal, 20, null), Of(Variables.Albumin, 20, "E3") with { Comparator = "<", Sent = "<20" },
            Of(Variables.FvcL, 2.5m, "F3"), Of(Variables.ImatinibDose, 400, "G3"),
        ])
        { Visit = VisitTime.On(new DateOnly(2024, 6, 1)), Sheet = text + "Sheet", Row = 3 });

    private static SiteDocument Events(string text) => Document(text + "events.csv", 3,
        new OutcomeRow(RecordKind.AdverseEvent, text + "1",
        [
            .. new[]
            {
                "ae_id", Variables.AeTerm, Variables.AeCtcaeTerm, "ae_seriousness_criteria", "ae_causality_verbatim", Variables.AeCausality, Variables.AeOutcome, Variables.AeAction,
                Variables.AeSerious, "comment",
            }.Select((variable, at) => Of(variable, text + variable, $"{(char)('A' + at)}2")),
            new Outcome(Variables.AeOnsetDate, OutcomeValue.Of(new DateOnly(2023, 12, 30)), "K2"), Of(Variables.AeGrade, 2, "L2"),
        ])
        { Ordinal = 1, Sheet = text + "Sheet", Row = 2 });

    private static SiteDocument Document(string name, int minute, params OutcomeRow[] rows) =>
        new(name, SubmissionId.Of(new DateTimeOffset(2026, 1, 1, 0, minute, 0, TimeSpan.Zero), "0123456789abcdef"), [.. rows]);

    private static Outcome Of(string variable, string text, string? cell) => new(variable, OutcomeValue.Of(text), cell);

    private static Outcome Of(string variable, decimal number, string? cell) => new(variable, OutcomeValue.Of(number), cell);
}
