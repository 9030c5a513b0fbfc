using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Sites;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Tests.Sites;

/// <summary>What is due at a site does not depend on how much of it was in memory to find out.</summary>
public sealed class SiteOutlineTests
{
    private static readonly SiteCode Site = SiteCode.Parse("site-a");
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateTimeOffset Received = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] Measured = [Variables.MrssTotal, Variables.FvcPctPred, Variables.DlcoPctPred, Variables.Albumin, Variables.WeightKg, Variables.HeightCm, "hb_g_l"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task What_is_due_is_the_same_by_outline_and_by_all_that_the_documents_say(int seed)
    {
        var random = new Random(seed);
        var stores = Stores.InMemory(TimeProvider.System);
        await stores.EnsureCreatedAsync(CancellationToken.None);
        var pointers = ImmutableArray.CreateBuilder<DocumentPointer>();
        SavedRows? saved = null;
        for (var document = 0; document < random.Next(1, 4); document++)
        {
            var id = SubmissionId.Of(Received.AddMinutes(document), new string((char)('a' + random.Next(5)), 64));
            saved = new SavedRows(id, Rows(random));
            await stores.Outcomes.SaveAsync(Site, id, saved.Rows, attempt: 1, isRepeat: false, CancellationToken.None);
            pointers.Add(new DocumentPointer($"{document}.xlsx", id, "\"1\""));
        }

        var reader = new SiteReader(stores);
        var whole = SiteData.Join(Site, await reader.ReadAsync(Site, pointers, CancellationToken.None));
        var outline = await reader.OutlineAsync(Site, pointers.ToImmutable(), seed % 2 == 0 ? saved : null, CancellationToken.None);

        Assert.Equal(whole.Subjects.Select(subject => subject.Subject), outline.Subjects.Select(subject => subject.Subject));
        Assert.Equal(JsonSerializer.Serialize(DueList.Of(whole, Today)), JsonSerializer.Serialize(DueList.Of(outline, Today)));
        Assert.Equal(Bytes(SiteFigures.Of(whole, new ReferenceChoice())), Bytes(await reader.FiguresAsync(Site, pointers.ToImmutable(), new ReferenceChoice(), CancellationToken.None)));
    }

    [Fact]
    public async Task A_report_has_the_same_figures_of_a_large_document_of_which_only_some_subjects_were_in_memory()
    {
        using var study = new MemoryStudy();
        await study.SendAsync("site-a/visits.csv", Large());

        var read = Assert.Single((await study.Get<StudyReader>().ReadAsync(before: null, CancellationToken.None)).Sites);
        var isExtracted = await study.Stores.Extracts.ReadAsync(Site, CancellationToken.None) is not null;
        var documents = await study.Get<SiteReader>().RefreshAsync(Site, CancellationToken.None);
        var expected = SiteFigures.Of(SiteData.Join(Site, documents), new ReferenceChoice());
        SummaryBuilder.Prepare(expected, study.Get<PipelineSettings>().ForSummary);

        Assert.Equal(1_010, read.Figures.SubjectCount);
        Assert.False(isExtracted);
        Assert.Equal(Bytes(expected), Bytes(read.Figures));
        Assert.Equal($"site-a/visits.csv/{documents[0].Submission.Value}", Assert.Single(read.Sources));
    }

    [Fact]
    public async Task The_page_of_a_large_document_says_what_is_due_as_that_of_a_small_one_does()
    {
        using var study = new MemoryStudy();
        var receipt = await study.SendAsync("site-a/visits.csv", Large());
        var page = await PageAsync(study);
        study.Time.Advance(TimeSpan.FromMinutes(1));
        var pointers = await study.Stores.Ledger.CurrentAsync(Site, CancellationToken.None);
        var state = new SiteState(
            Site,
            await study.Get<SiteReader>().ReadAsync(Site, pointers, CancellationToken.None),
            await study.Stores.Ledger.ListAsync(Site, CancellationToken.None));
        await study.Get<SitePages>().RefreshAsync([state], CancellationToken.None);

        Assert.Equal(10_100, receipt.Rows.Accepted);
        Assert.Contains("P-0001", page, StringComparison.Ordinal);
        Assert.Equal(page, await PageAsync(study));
    }

    private static byte[] Bytes(SiteFigures figures) => FiguresFormat.Write(figures).ToArray();

    private static string Large()
    {
        var csv = new StringBuilder("subject_id,study day,mrss,age,sex,imatinib start study day\n");
        for (var row = 0; row < 10_100; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"P-{row / 10:0000},{1 + (row % 10 * 61)},20,41,F,1\n");
        }

        return csv.ToString();
    }

    private static async Task<string> PageAsync(MemoryStudy study) =>
        Encoding.UTF8.GetString(await (await study.Stores.Receipts.OpenIndexAsync(Site, CancellationToken.None))!.ReadToEndAsync(CancellationToken.None));

    /// <summary>Some names begin with others, as keys do that sort differently with and without what follows.</summary>
    private static OutcomeRow[] Rows(Random random)
    {
        var rows = new List<OutcomeRow>();
        foreach (var subject in new[] { "S-1", "S-10", "S-100", "S-1中", "S-1.", "S-2", "é", "S" }.Where(_ => random.Next(4) > 0))
        {
            if (random.Next(4) > 0)
            {
                rows.Add(new OutcomeRow(RecordKind.Subject, subject, [.. Facts(random)]) { Sheet = "Subjects", Row = rows.Count + 2 });
            }

            foreach (var day in new[] { -10, 1, 30, 91, 183, 365, 731 }.Where(_ => random.Next(3) > 0))
            {
                rows.Add(new OutcomeRow(RecordKind.Visit, subject, [.. Measured.Where(_ => random.Next(3) > 0).Select(variable => Value(random, variable))])
                {
                    Sheet = "Visits",
                    Row = rows.Count + 2,
                    Visit = random.Next(4) == 0 ? VisitTime.On(new DateOnly(2024, 1, 1).AddDays(day)) : VisitTime.AtDay(day),
                    Missing = [.. Measured.Where(_ => random.Next(9) == 0).Select(variable => new MissingValue(variable, (MissingReason)random.Next(3)))],
                });
            }

            if (random.Next(4) == 0)
            {
                rows.Add(new OutcomeRow(RecordKind.AdverseEvent, subject, [new Outcome(Variables.AeTerm, OutcomeValue.Of("oedema"), "A1")]) { Sheet = "Events", Row = 2, Ordinal = 1 });
            }
        }

        return [.. rows];
    }

    private static IEnumerable<Outcome> Facts(Random random)
    {
        yield return new Outcome(Variables.Sex, OutcomeValue.Of("F"), "B2");
        if (random.Next(3) > 0)
        {
            yield return new Outcome(Variables.ImatinibStartDate, OutcomeValue.Of(new DateOnly(2024, 1, 1).AddDays(random.Next(900))), "C2");
        }

        if (random.Next(3) == 0)
        {
            yield return new Outcome(Variables.ImatinibLastDoseStudyDay, OutcomeValue.Of((decimal)random.Next(400)), "D2");
        }

        yield return new Outcome(Variables.HeightCm, OutcomeValue.Of(160m), "E2");
    }

    private static Outcome Value(Random random, string variable) =>
        new(variable, OutcomeValue.Of(random.Next(10, 50) / 2m), "F2") { Comparator = random.Next(8) == 0 ? "<" : null };
}
