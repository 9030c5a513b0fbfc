using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Benchmarks;

/// <summary>What a report costs without any storage, step by step: rows to figures, figures to bytes and back, to the summary, to its files.</summary>
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
        var times = new Dictionary<string, List<(double Wall, double Processor)>>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var figures = Timed("join and take figures", () => Enumerable.Range(0, sites).Select(site => Figures(seed, site)).ToImmutableArray());
            Timed("summary of new figures", () => SummaryBuilder.Build(Input(figures)));
            var bytes = Timed("figures to bytes", () => figures.Select(site => FiguresFormat.Write(site)).ToList());
            figures = Timed("bytes to figures", () => bytes.Select(site => FiguresFormat.Read(site.Span)).ToImmutableArray().SetItem(0, Figures(seed, 0)));
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

        foreach (var (step, rounds) in times)
        {
            Console.WriteLine(FormattableString.Invariant($"{step,-40}{Median(rounds.Select(one => one.Wall)),8:0} ms, of processors {Median(rounds.Select(one => one.Processor)),8:0} ms"));
        }

        return Task.CompletedTask;

        T Timed<T>(string step, Func<T> work)
        {
            var (before, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            var result = work();
            (times.TryGetValue(step, out var all) ? all : times[step] = []).Add((watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds));
            return result;
        }
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Rounds / 2);

    private static SiteFigures Figures(StudySeed seed, int site)
    {
        var code = StudySeed.Site(site);
        return SiteFigures.Of(SiteData.Join(code, [new SiteDocument("study.xlsx", StudySeed.Submission(0), seed.Rows(site, 0))]), new ReferenceChoice());
    }

    private static SummaryInput Input(ImmutableArray<SiteFigures> figures) => new()
    {
        Study = "Benchmark",
        Audience = "controlled",
        GeneratedAt = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero),
        CutOff = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero),
        DictionaryVersion = "benchmark",
        Figures = figures,
    };
}
