using System.Globalization;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using Xunit.Abstractions;

namespace SscPipeline.Validation.Tests.Seeded;

public sealed class SeededSetTests(ITestOutputHelper output)
{
    private const int Clean = 120;
    private const int Defective = 300;

    [Fact]
    public void Nothing_in_a_clean_document_is_an_error()
    {
        var documents = Enumerable.Range(0, Clean).Select(SeededDocument.Clean).Select(document => (document, found: Check(document.Workbook))).ToList();

        var flagged = documents.SelectMany(each => each.found.Errors().Select(error => $"{each.document.Number} {error} {each.document.Habits}")).ToList();
        var values = documents.Sum(each => each.found.ValueCounts.Accepted);
        Say($"{Clean} clean documents, {values} values accepted, {flagged.Count} flagged as an error, {documents.Sum(each => each.found.Issues.Length)} warnings");
        Assert.True(flagged.Count == 0, string.Join("\n", flagged));
        Assert.All(documents, each => Assert.True(each.found.ValueCounts.Accepted > 100, $"{each.document.Number}: {each.found.ValueCounts}"));
    }

    [Fact]
    public void Every_column_of_a_clean_document_is_read()
    {
        string[] unread = ["SSC-007", "SSC-008", "SSC-009", "SSC-010", "SSC-015", "SSC-026", "SSC-027", "SSC-028", "SSC-029"];
        var found = Enumerable.Range(0, Clean).Select(SeededDocument.Clean)
            .SelectMany(document => Check(document.Workbook).Issues.Where(issue => unread.Contains(issue.Check)).Select(issue => $"{document.Number} {issue.Sheet}!{issue.Cell} {Examples.Checker.Describe(issue).Message}"))
            .ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void Every_planted_defect_is_found_at_its_cell_and_nothing_else_is()
    {
        var (planted, found, missed, wrong) = (0, 0, new List<string>(), new List<string>());
        for (var number = 0; number < Defective; number++)
        {
            var document = SeededDocument.Defective(number);
            var errors = Errors(Check(document.Workbook));
            var lost = document.Expected.Where(issue => !errors.Remove(issue)).ToList();
            (planted, found) = (planted + document.Expected.Length, found + document.Expected.Length - lost.Count);
            missed.AddRange(lost.Select(Described));
            wrong.AddRange(errors.Select(Described));

            string Described(string issue) => $"{document.Number} {issue} ({string.Join("; ", document.Defects)}) {document.Habits}";
        }

        Say($"{Defective} defective documents, {planted} issues planted, {found} found: recall {Share(found, planted)}, precision {Share(found, found + wrong.Count)}");
        Assert.True(missed.Count + wrong.Count == 0, $"Missed:\n{string.Join('\n', missed)}\nWrong:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_kind_of_defect_is_planted()
    {
        var planted = Enumerable.Range(0, Defective).SelectMany(number => SeededDocument.Defective(number).Defects).CountBy(name => name).ToDictionary();

        foreach (var kind in SeededDocument.Kinds)
        {
            Say($"{planted.GetValueOrDefault(kind.Name)} x {kind.Name}");
        }

        Assert.Empty(SeededDocument.Kinds.Select(kind => kind.Name).Except(planted.Keys));
    }

    private static CheckedDocument Check(Workbook workbook) => Examples.Check(new CheckingOptions(), Examples.Alone, WorkbookReading.Of(workbook));

    private static List<string> Errors(CheckedDocument found) =>
    [
        .. found.Issues.Where(issue => Examples.Checker.Catalogue[issue.Check].Severity != Severity.Warning).Select(issue => $"{issue.Sheet}!{issue.Cell} {issue.Check}"),
    ];

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static string Share(int part, int whole) => ((double)part / whole).ToString("0.000", CultureInfo.InvariantCulture);
}
