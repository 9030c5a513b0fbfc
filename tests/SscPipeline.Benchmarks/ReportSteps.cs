using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Benchmarks;

/// <summary>What a report costs without any storage, step by step: entities to rows, to the extract's bytes, to figures, these to bytes and back, to the
/// summary, to its files.</summary>
internal static class ReportSteps
{
    private const int Subjects = 100;
    private const int Visits = 8;
    private const int Rounds = 5;

    /// <param name="arguments">The number of sites, when it is to be another.</param>
    public static Task RunAsync(string[] arguments)
    {
        var sites = arguments is [var other] ? int.Parse(other, CultureInfo.InvariantCulture) : 200;
        var seed = new StudySeed(sites, Subjects, Visits);
        var times = new Dictionary<string, List<Spending>>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            // One site after the other, as publishing reads them: nothing but its figures outlives a site.
            var figures = Enumerable.Range(0, sites).Select(site => Figures(seed, site)).ToImmutableArray();
            Sum("entities to rows", sites);
            Sum("rows to extract", sites);
            Sum("join", sites);
            Sum("take figures", sites);
            Timed("summary of new figures", () => SummaryBuilder.Build(Input(figures)));
            var bytes = Timed("figures to bytes", () => figures.Select(site => FiguresFormat.Write(site)).ToList());
            figures = Timed("bytes to figures", () => bytes.Select(site => FiguresFormat.Read(site)).ToImmutableArray());
            figures = figures.SetItem(0, SiteFigures.Of(SiteData.Join(StudySeed.Site(0), Documents(seed.Rows(0, 0))), new ReferenceChoice()));
            var summary = Timed("summary when one site is new", () => SummaryBuilder.Build(Input(figures)));
            var files = Timed("files", () => ReportWriter.Write(summary));
            var @public = Timed("public summary", () => SummaryBuilder.For("public", summary));
            Timed("public files", () => ReportWriter.Write(@public));
            if (round == 0)
            {
                Console.WriteLine(string.Join("\n", files.Select(file => FormattableString.Invariant($"{file.Path,-40}{file.Content.Length / 1e6,8:0.00} MB"))));
                Console.WriteLine(FormattableString.Invariant($"{"figures",-40}{bytes.Sum(site => site.Length) / 1e6,8:0.00} MB"));
            }
        }

        foreach (var (step, all) in times)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{step,-40}{Median(all.Select(one => one.Wall)),8:0} ms, of processors {Median(all.Select(one => one.Processor)),8:0} ms, asks for {all.Min(one => one.Megabytes),6:0} MB"));
        }

        return Task.CompletedTask;

        SiteFigures Figures(StudySeed seed, int site)
        {
            var (code, submission) = (StudySeed.Site(site), StudySeed.Submission(0));
            var entities = seed.Rows(site, 0).Select(row => OutcomeEntity.Of(code, submission, row)).ToList();
            var rows = Timed("entities to rows", () => entities.Select(new OutcomeReader().Row).ToImmutableArray());
            entities.Clear();
            var documents = Documents(rows);
            Timed("rows to extract", () => SiteExtract.Write(documents));
            var data = Timed("join", () => SiteData.Join(code, documents));
            return Timed("take figures", () => SiteFigures.Of(data, new ReferenceChoice()));
        }

        T Timed<T>(string step, Func<T> work)
        {
            // Processor time is that of all threads, with all that collecting garbage takes; other programs on the machine do not count.
            var (before, allocated, watch) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
            var result = work();
            (times.TryGetValue(step, out var all) ? all : times[step] = []).Add(new Spending(
                watch.Elapsed.TotalMilliseconds,
                (Environment.CpuUsage.TotalTime - before).TotalMilliseconds,
                (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6));
            return result;
        }

        // The last so many measurements are one.
        void Sum(string step, int count)
        {
            var all = times[step];
            var last = all[^count..];
            all.RemoveRange(all.Count - count, count);
            all.Add(new Spending(last.Sum(one => one.Wall), last.Sum(one => one.Processor), last.Sum(one => one.Megabytes)));
        }
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Rounds / 2);

    private static ImmutableArray<SiteDocument> Documents(ImmutableArray<OutcomeRow> rows) => [new SiteDocument("study.xlsx", StudySeed.Submission(0), rows)];

    private static SummaryInput Input(ImmutableArray<SiteFigures> figures) => new()
    {
        Study = "Benchmark",
        Audience = "controlled",
        GeneratedAt = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero),
        CutOff = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero),
        DictionaryVersion = "benchmark",
        Figures = figures,
    };

    private readonly record struct Spending(double Wall, double Processor, double Megabytes);
}
