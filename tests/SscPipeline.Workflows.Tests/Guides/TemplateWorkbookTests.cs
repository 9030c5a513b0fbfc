using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Domain;
using SscPipeline.Domain.Guides;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets;
using SscPipeline.Testing;
using SscPipeline.Validation;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Guides;

namespace SscPipeline.Workflows.Tests.Guides;

public sealed class TemplateWorkbookTests : IDisposable
{
    /// <summary>Fills rows into a template as a coordinator's own program would; the rows are texts, and typed as the cell would be.</summary>
    private const string Fill = """
        import datetime, json, openpyxl, sys
        book = openpyxl.load_workbook(sys.argv[1])
        for name, rows in json.load(open(sys.argv[2], encoding="utf-8")).items():
            sheet = book[name]
            for number, row in enumerate(rows):
                for column, (kind, text) in enumerate(row):
                    if text:
                        value = float(text) if kind == "n" else datetime.date.fromisoformat(text) if kind == "d" else text
                        sheet.cell(row=3 + number, column=1 + column, value=value)
        print(sum(len(sheet.data_validations.dataValidation) for sheet in book), book[book.sheetnames[-1]].sheet_state)
        book.save(sys.argv[1])
        """;

    private readonly ServiceProvider services = new ServiceCollection().AddSscChecking(new ConfigurationBuilder().Build()).BuildServiceProvider();

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void A_template_tells_the_dictionary_that_it_was_made_from_and_holds_nothing_else_to_read(Language language)
    {
        var workbook = Open(Write(language));

        Assert.Equal(Guide(language).Mark, workbook.Template);
        Assert.StartsWith(services.GetRequiredService<DocumentChecker>().DictionaryVersion, workbook.Template, StringComparison.Ordinal);
        Assert.Equal(Guide(language).Tables.Select(table => table.Name), workbook.Sheets.Select(sheet => sheet.Name));
    }

    [Theory, MemberData(nameof(Languages))]
    public void An_empty_template_that_is_sent_by_mistake_gets_one_issue(Language language)
    {
        var receipt = Check(Write(language));

        Assert.Equal(SubmissionStatus.Rejected, receipt.Status);
        Assert.Equal("SSC-216", Assert.Single(receipt.Issues).Check);
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_template_filled_in_by_our_own_writer_passes_without_any_issue(Language language)
    {
        var guide = Guide(language);
        var sheets = guide.Tables.Select(table => new DraftSheet(table.Name,
            [[.. table.Columns.Select(column => (DraftCell)column.Heading)], .. Rows(table).Select(row => row.Select(Cell).ToImmutableArray())]));
        using var bytes = new MemoryStream();
        WorkbookWriter.Write(bytes, [new DraftSheet("x", [[.. TemplateMark.Row(guide.Mark)]]), .. sheets]);

        AssertAccepted(bytes.ToArray());
    }

    [FactWhere("/usr/bin/python3", "-c", "import openpyxl")]
    public void A_template_filled_in_through_another_program_passes_without_any_issue() => Assert.All(Enum.GetValues<Language>(), language =>
    {
        var folder = Directory.CreateTempSubdirectory("ssc-template");
        try
        {
            var (file, rows) = (Path.Combine(folder.FullName, "template.xlsx"), Path.Combine(folder.FullName, "rows.json"));
            File.WriteAllBytes(file, Write(language));
            File.WriteAllText(rows, JsonSerializer.Serialize(Guide(language).Tables.ToDictionary(
                table => table.Name, table => Rows(table).Select(row => row.Select(value => new[] { value.Kind, value.Text }).ToList()).ToList())));
            var columns = Guide(language).Tables.Sum(table => table.Columns.Count());

            Assert.Equal($"{columns} veryHidden", Run("/usr/bin/python3", "-c", Fill, file, rows).Trim());
            AssertAccepted(File.ReadAllBytes(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    [Fact]
    public void What_somebody_types_beside_the_instructions_is_searched_for_identifiers()
    {
        using var bytes = new MemoryStream();
        WorkbookWriter.Write(bytes, [
            new DraftSheet("Instructions", [[.. TemplateMark.Row(Guide(Language.English).Mark)], ["Questions to 13812345678"]]),
            new DraftSheet("Visits", [["subject_id", "study_day", "mrss_total"], ["S1", 1, 20]])]);

        var receipt = Check(bytes.ToArray());

        Assert.Equal("SSC-093", Assert.Single(receipt.Issues).Check);
    }

    public void Dispose() => services.Dispose();

    private void AssertAccepted(byte[] workbook)
    {
        var receipt = Check(workbook);

        Assert.Empty(receipt.Issues.Select(issue => $"{issue.Check} {issue.Cell} {issue.Message}"));
        Assert.Equal((SubmissionStatus.Accepted, 4), (receipt.Status, receipt.Rows.Accepted));
        Assert.Equal(CheckedOf("SSC-030", receipt), CheckedOf("SSC-216", receipt));
    }

    private static (int Examined, int Failed) CheckedOf(string id, Receipt receipt) =>
        receipt.Checks.Where(check => check.Id == id).Select(check => (check.Examined, check.Failed)).Single();

    /// <summary>One subject, two visits, one event, with the columns that most sites have; every drop-down gets one of its own choices.</summary>
    private static IEnumerable<ImmutableArray<(string Kind, string Text)>> Rows(TemplateTable table)
    {
        string[] values = table.Kind switch
        {
            RecordKind.Subject => ["subject_id=001;age_years=45;height_cm=158;sex=0;ssc_subset=0;ild=0;imatinib_start_date=2011-01-10;imatinib_last_dose_date=2013-01-08;completed_24_months=0"],
            RecordKind.Visit =>
            [
                "subject_id=001;visit_label=0;visit_date=2011-01-10;mrss_total=26.5;fvc_l=2.1;dlco=14.2;albumin_g_l=38;weight_kg=52;tpn=1;imatinib_dose_mg_per_day=200",
                "subject_id=001;visit_label=3;visit_date=2011-07-11;mrss_total=22;fvc_l=2.15;dlco=14.6;albumin_g_l=40;weight_kg=53;tpn=1;imatinib_dose_mg_per_day=200",
            ],
            _ => ["subject_id=001;ae_term=oedema;ae_grade=1;ae_serious=1;ae_onset_date=2011-03-01;ae_end_date=2011-03-20;ae_outcome=0;ae_causality=1;ae_action=3"],
        };
        foreach (var row in values)
        {
            var sent = row.Split(';').Select(value => value.Split('=')).ToDictionary(value => value[0], value => value[1], StringComparer.Ordinal);
            Assert.Subset(table.Columns.Select(column => column.Variable).ToHashSet(), sent.Keys.ToHashSet());
            yield return [.. table.Columns.Select(column => !sent.TryGetValue(column.Variable, out var text) ? ("t", "") : column.Entry switch
            {
                TemplateEntry.Choice or TemplateEntry.Suggestion => ("t", column.Choices[int.Parse(text, CultureInfo.InvariantCulture)]),
                TemplateEntry.Date => ("d", text),
                TemplateEntry.Text => ("t", text),
                _ => ("n", text),
            })];
        }
    }

    private static DraftCell Cell((string Kind, string Text) value) => value switch
    {
        (_, "") => default,
        ("n", var number) => decimal.Parse(number, CultureInfo.InvariantCulture),
        ("d", var date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        var (_, text) => text,
    };

    private TemplateGuide Guide(Language language) => services.GetRequiredService<DocumentChecker>().Template(language);

    private byte[] Write(Language language) => services.GetRequiredService<TemplateWorkbook>().Write(language);

    private Workbook Open(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return services.GetRequiredService<WorkbookReader>().Read(stream, "template.xlsx", CancellationToken.None).Workbook!;
    }

    private Receipt Check(byte[] content) => Assert.Single(
        services.GetRequiredService<CheckWorkbooks>().Run(SiteCode.Parse("site-a"), [new LocalFile("template.xlsx", content)], CancellationToken.None));

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output;
    }
}
