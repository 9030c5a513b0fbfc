using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Reporting.Tests;

/// <summary>Builds sites from tables of text, as the documents of one upload each.</summary>
internal static class SiteFixture
{
    private static readonly ImmutableArray<string> NotOutcomes = [Variables.SubjectId, Variables.SiteId, "study_day", "visit_label", "ae_id"];

    public static ImmutableArray<SiteData> Sites(
        List<Dictionary<string, string>> subjects, List<Dictionary<string, string>> visits, List<Dictionary<string, string>> adverseEvents) =>
        [.. subjects.Concat(visits).Select(row => row[Variables.SiteId]).Distinct().Select(site => SiteData.Join(
            SiteCode.Parse(site.ToLowerInvariant()),
            [
                Document("subjects.csv", 1, RecordKind.Subject, subjects.Where(row => row[Variables.SiteId] == site)),
                Document("visits.csv", 2, RecordKind.Visit, visits.Where(row => row[Variables.SiteId] == site)),
                Document("adverse_events.csv", 3, RecordKind.AdverseEvent, adverseEvents.Where(row => row[Variables.SiteId] == site)),
            ]))];

    private static SiteDocument Document(string name, int minute, RecordKind kind, IEnumerable<Dictionary<string, string>> rows) => new(
        name,
        SubmissionId.Of(new DateTimeOffset(2026, 1, 1, 0, minute, 0, TimeSpan.Zero), "0123456789abcdef"),
        [.. rows.Select((row, index) => new OutcomeRow(kind, row[Variables.SubjectId], [.. Outcomes(row, index + 2)])
        {
            Visit = kind == RecordKind.Visit ? VisitTime.AtDay(int.Parse(row["study_day"], CultureInfo.InvariantCulture)) : null,
            Ordinal = kind == RecordKind.AdverseEvent ? index + 1 : 0,
            Sheet = "Sheet1",
            Row = index + 2,
        })]);

    private static IEnumerable<Outcome> Outcomes(Dictionary<string, string> row, int rowNumber) => row
        .Select((field, column) => (field.Key, field.Value, Cell: $"{(char)('A' + column)}{rowNumber}"))
        .Where(field => field.Value.Length > 0 && !NotOutcomes.Contains(field.Key))
        .Select(field => new Outcome(
            field.Key,
            decimal.TryParse(field.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? OutcomeValue.Of(number) : OutcomeValue.Of(field.Value),
            field.Cell));
}
