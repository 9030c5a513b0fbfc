using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tests;

/// <summary>The synthetic example, rewritten into the layouts that sites use: the same outcomes come out as from its own.</summary>
public sealed class SyntheticLayoutTests
{
    private static readonly string[] NotMeasured = ["subject_id", "site_id", "visit_label", "study_day"];

    /// <summary>By subject and day: heading and text of each cell.</summary>
    private static readonly List<(string Subject, string Day, Dictionary<string, string> Values)> Visits = ReadVisits();

    private static readonly string[] Measures = [.. Visits[0].Values.Keys.Except(NotMeasured)];

    private static readonly string[] Days = [.. Visits.Select(visit => visit.Day).Distinct()];

    private static readonly string[] Subjects = [.. Visits.Select(visit => visit.Subject).Distinct()];

    [Fact]
    public void A_wide_table_says_the_same()
    {
        var headings = Days.SelectMany(day => Measures.Select(measure => $"{measure} D{day}"));
        var rows = Subjects.Select(subject => Line([subject, .. Days.SelectMany(day => Measures.Select(measure => Value(subject, day, measure)))]));

        AssertSame(("Wide", string.Join('\n', [Line(["Subject", .. headings]), .. rows])));
    }

    [Fact]
    public void A_table_with_the_visits_above_the_variables_says_the_same()
    {
        var above = Days.SelectMany(day => Measures.Select((_, index) => index == 0 ? $"Day {day}" : ""));
        var headings = Days.SelectMany(_ => Measures);
        var rows = Subjects.Select(subject => Line([subject, .. Days.SelectMany(day => Measures.Select(measure => Value(subject, day, measure)))]));

        AssertSame(("Two rows", string.Join('\n', [Line(["", .. above]), Line(["Subject", .. headings]), .. rows])));
    }

    [Fact]
    public void A_sheet_for_each_visit_says_the_same() => AssertSame([.. Days.Select(day => (
        $"Day {day}",
        string.Join('\n', Visits.Where(visit => visit.Day == day)
            .Select(visit => Line([visit.Subject, .. Measures.Select(measure => visit.Values[measure])]))
            .Prepend(Line(["Subject", .. Measures])))))]);

    [Fact]
    public void A_sheet_for_each_subject_says_the_same() => AssertSame([.. Subjects.Select(subject => (
        subject,
        string.Join('\n', Visits.Where(visit => visit.Subject == subject)
            .Select(visit => Line([visit.Day, .. Measures.Select(measure => visit.Values[measure])]))
            .Prepend(Line(["Study day", .. Measures])))))]);

    private static void AssertSame(params (string Name, string Csv)[] sheets)
    {
        var texts = new[] { "subjects.csv", "adverse_events.csv" }.Select((file, index) => Examples.Sheet($"Other {index}", Text(file)));
        var rewritten = Examples.Check(
            new CheckingOptions(), Examples.Alone, Examples.Workbook([.. sheets.Select(sheet => Examples.Sheet(sheet.Name, sheet.Csv)), .. texts]));
        var original = Examples.Check(Text("subjects.csv"), Text("visits.csv"), Text("adverse_events.csv"));

        Assert.Empty(rewritten.Errors());
        Assert.Equal(Outcomes(original), Outcomes(rewritten));
        foreach (var (row, outcome) in rewritten.Rows.SelectMany(row => row.Outcomes.Select(outcome => (row, outcome))).Where(pair => pair.outcome.Cell is not null))
        {
            AssertStandsThere(rewritten, [.. sheets, ("Other 0", Text("subjects.csv")), ("Other 1", Text("adverse_events.csv"))], row, outcome);
        }
    }

    private static void AssertStandsThere(CheckedDocument document, (string Name, string Csv)[] sheets, OutcomeRow row, Outcome outcome)
    {
        var (name, address) = outcome.Cell!.Split('!') is [var other, var there] ? (other, there) : (row.Sheet, outcome.Cell);
        var text = CellText(Examples.Sheet(name, sheets.Single(sheet => sheet.Name == name).Csv).Cell(CellAddress.TryParse(address)!.Value));
        var isSame = text == outcome.Sent || text == outcome.Value.ToString()
            || (decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && OutcomeValue.Of(number) == outcome.Value);
        Assert.True(isSame, $"{outcome.Variable} of {row.Subject} is {outcome.Value}, but {name}!{address} holds {text} ({document.Rows.Count} rows)");
    }

    private static string CellText(Cell cell) => cell.Text ?? "";

    private static IEnumerable<string> Outcomes(CheckedDocument document) => document.Rows
        .SelectMany(row => row.Outcomes
            .Where(outcome => row.Kind != RecordKind.Visit || outcome.Variable is not (Variables.SiteId or Variables.VisitLabel))
            .Select(outcome => $"{row.Kind} {row.Subject} {row.Visit} {row.Ordinal} {outcome.Variable} {outcome.Value}"))
        .Order(StringComparer.Ordinal);

    private static string Value(string subject, string day, string measure) =>
        Visits.FirstOrDefault(visit => visit.Subject == subject && visit.Day == day).Values?[measure] ?? "";

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Synthetic", file));

    private static List<(string Subject, string Day, Dictionary<string, string> Values)> ReadVisits()
    {
        var lines = CsvText.Split(Text("visits.csv"));
        return [.. lines.Skip(1)
            .Select(line => lines[0].Cells.Zip(line.Cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))
            .Select(values => (values["subject_id"], values["study_day"], values))];
    }
}
