using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Benchmarks;

/// <summary>A study of any size, straight into storage as the pipeline would leave it: the current rows of each site, its ledger and its pointers.</summary>
/// <remarks>Every site has a document of its own; the same sizes give the same rows.</remarks>
internal sealed class StudySeed(int sites, int subjects, int visits)
{
    private const string Document = "study.xlsx";
    private const string Sha256 = "0123456789012345678901234567890123456789012345678901234567890123";
    private static readonly DateTimeOffset Received = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private static readonly int[] Days = [1, 30, 91, 183, 274, 365, 548, 731, 913];

    public int Sites => sites;

    public int Entities => sites * subjects * (visits + 1);

    public static SiteCode Site(int number) => SiteCode.Parse(string.Create(CultureInfo.InvariantCulture, $"site-{number:0000}"));

    /// <param name="version">Another one has other values, and is newer.</param>
    public static SubmissionId Submission(int version) => SubmissionId.Of(Received.AddMinutes(version), Sha256);

    public async Task SaveAsync(Stores stores)
    {
        await stores.EnsureCreatedAsync(CancellationToken.None);
        await Parallel.ForAsync(0, sites, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (site, _) => await SaveAsync(stores, site, version: 0));
    }

    /// <summary>The site sends its document, or sends it again.</summary>
    public async Task SaveAsync(Stores stores, int site, int version)
    {
        var (code, id) = (Site(site), Submission(version));
        var rows = Rows(site, version);
        var received = Received.AddMinutes(version);
        var begun = await stores.Ledger.BeginAsync(code, id, Document, Sha256, $"\"{version}\"", received, CancellationToken.None);
        await stores.Outcomes.SaveAsync(code, id, rows, begun.Attempt, isRepeat: false, CancellationToken.None);
        var current = (await stores.Ledger.CurrentAsync(code, CancellationToken.None)).FirstOrDefault(pointer => pointer.Document == Document);
        var final = begun with
        {
            Status = SubmissionStatus.Accepted,
            RowsRead = rows.Length,
            RowsAccepted = rows.Length,
            CompletedAt = received.AddSeconds(2),
            DictionaryVersion = "benchmark",
            Replaces = current?.SubmissionId.Value,
        };
        if (await stores.Ledger.CommitAsync(final, new PointerMove(Document, id, current?.ETag), rememberBytes: version == 0, CancellationToken.None) != CommitOutcome.Committed)
        {
            throw new InvalidOperationException($"The ledger refused the submission of {code.Value}.");
        }
    }

    public ImmutableArray<OutcomeRow> Rows(int site, int version)
    {
        var random = new Random((version * 100_003) + site);
        var rows = ImmutableArray.CreateBuilder<OutcomeRow>(subjects * (visits + 1));
        for (var number = 1; number <= subjects; number++)
        {
            var subject = string.Create(CultureInfo.InvariantCulture, $"S-{number:0000}");
            rows.Add(new OutcomeRow(RecordKind.Subject, subject, Facts(number)) { Sheet = "Subjects", Row = number + 1 });
            var (skin, lung, albumin, weight) = (10 + random.Next(25), 2 + (random.NextDouble() * 2), 34 + (random.NextDouble() * 8), 50 + (random.NextDouble() * 30));
            for (var visit = 0; visit < visits; visit++)
            {
                rows.Add(new OutcomeRow(RecordKind.Visit, subject, Values(random, ref skin, lung, albumin, weight, rows.Count + 1))
                {
                    Visit = VisitTime.AtDay(Days[visit] + (visit == 0 ? 0 : random.Next(-7, 8))),
                    Sheet = "Visits",
                    Row = rows.Count + 1,
                });
            }
        }

        return rows.ToImmutable();
    }

    private static ImmutableArray<Outcome> Facts(int number) =>
    [
        new(Variables.Sex, OutcomeValue.Of(number % 3 == 0 ? "M" : "F"), "B2"),
        new(Variables.AgeYears, OutcomeValue.Of(30 + (number % 45)), "C2"),
        new(Variables.HeightCm, OutcomeValue.Of(150 + (number % 35)), "D2"),
        new(Variables.ImatinibStartDate, OutcomeValue.Of(new DateOnly(2023, 1, 1).AddDays(number)), "E2"),
    ];

    private static ImmutableArray<Outcome> Values(Random random, ref int skin, double lung, double albumin, double weight, int row)
    {
        var values = ImmutableArray.CreateBuilder<Outcome>();
        skin = Math.Max(1, skin - random.Next(-1, 4));
        foreach (var (area, index) in Variables.MrssAreas.Select((area, index) => (area, index)))
        {
            Add(area, Math.Clamp((skin / 17) + (index < skin % 17 ? 1 : 0), 0, 3));
        }

        var fvc = Math.Round(lung + (random.NextDouble() * 0.2), 2);
        Add(Variables.MrssTotal, Math.Min(skin, 51));
        Add(Variables.FvcL, fvc);
        Add(Variables.Fev1L, Math.Round(fvc * 0.8, 2));
        Add(Variables.Dlco, Math.Round((lung * 2) + random.NextDouble(), 2));
        Add(Variables.FvcPctPred, Math.Round((lung * 20) + (random.NextDouble() * 8), 1));
        Add(Variables.DlcoPctPred, Math.Round((lung * 16) + (random.NextDouble() * 9), 1));
        Add(Variables.Albumin, Math.Round(albumin + random.NextDouble(), 1));
        Add(Variables.WeightKg, Math.Round(weight + random.NextDouble(), 1));
        Add("tlc_l", Math.Round(fvc * 1.3, 2));
        Add("hb_g_l", 120 + random.Next(20));
        Add(Variables.HaqDi, random.Next(25) / 8.0);
        Add(Variables.PatientGlobal, random.Next(11));
        Add(Variables.PhysicianGlobal, random.Next(11));
        Add(Variables.ImatinibDose, 200);
        values.Add(new Outcome(Variables.Tpn, OutcomeValue.Of("N"), $"AH{row}"));
        return values.ToImmutable();

        void Add(string variable, double value) => values.Add(new Outcome(variable, OutcomeValue.Of((decimal)value), $"{(char)('A' + (values.Count % 26))}{row}"));
    }
}
