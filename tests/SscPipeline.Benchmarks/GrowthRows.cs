using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Benchmarks;

/// <summary>Checking 1,000, 10,000 and 100,000 rows: what a row costs must not grow with their number.</summary>
internal static class GrowthRows
{
    private const int Columns = 25;

    /// <param name="arguments">The numbers of rows, when they are to be others.</param>
    public static Task RunAsync(string[] arguments)
    {
        int[] sizes = arguments.Length > 0 ? [.. arguments.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [1_000, 10_000, 100_000];
        var folder = Directory.CreateTempSubdirectory("ssc-growth").FullName;
        var unhurried = new ConfigurationBuilder().AddInMemoryCollection([new("Ssc:Limits:Seconds", "3600")]).Build();
        using var services = new ServiceCollection().AddSscChecking(unhurried).BuildServiceProvider();
        var checking = services.GetRequiredService<CheckWorkbooks>();
        try
        {
            Console.WriteLine($"{"rows x 25",10}{"cpu ms",9}{"MB made",9}{"ns a row",10}{"bytes a row",13}");
            foreach (var rows in sizes)
            {
                var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{rows}.xlsx"));
                new StudyFile(rows, Columns).Write(path);
                Func<(double Seconds, long Bytes)> work = () => Check(checking, path, rows);
                _ = work();
                var (seconds, bytes) = Rounds.Medians(run => run.Seconds, work)[0];
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows,10}{1e3 * seconds,9:0}{bytes / 1e6,9:0.0}{1e9 * seconds / rows,10:0}{(double)bytes / rows,13:0}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static (double Seconds, long Bytes) Check(CheckWorkbooks checking, string path, int rows)
    {
        var before = GC.GetTotalAllocatedBytes();
        var seconds = Rounds.Seconds(() =>
        {
            var receipt = checking.Run(SiteCode.Parse("site-a"), [new LocalFile("growth.xlsx", () => File.OpenRead(path))], CancellationToken.None)[0];
            if (receipt.Rows.Read < rows * 9 / 10)
            {
                throw new InvalidOperationException($"Of {rows} rows {receipt.Rows.Read} were read.");
            }
        });
        return (seconds, GC.GetTotalAllocatedBytes() - before);
    }
}
