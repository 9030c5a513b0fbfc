using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Testing;
using SscPipeline.Workflows.Checking;
using Xunit.Abstractions;

namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>Damaged files by the hundred in every run, and by the ten thousand when SSC_FUZZ says "first seed:how many".</summary>
public sealed class FuzzingTests(ITestOutputHelper output) : IDisposable
{
    private const int InEveryRun = 200;
    private const int LargestOriginal = 64 * 1024;

    private readonly ServiceProvider services = new ServiceCollection().AddSscChecking(new ConfigurationBuilder().Build()).BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public void Whatever_is_damaged_the_site_gets_a_receipt_and_nothing_breaks() => Run(0, InEveryRun, Originals(corpus: null));

    [FactWhereSet("SSC_FUZZ")]
    public void So_it_is_for_many_more_damaged_files()
    {
        var wanted = Environment.GetEnvironmentVariable("SSC_FUZZ")!.Split(':').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        Run(wanted[0], wanted[1], Originals(Environment.GetEnvironmentVariable("SSC_CORPUS")));
    }

    private void Run(int first, int count, List<(string Name, byte[] Content)> originals)
    {
        var mutants = new Mutants(originals);
        var oracle = new Oracle(services.GetRequiredService<CheckWorkbooks>());
        var complaints = new List<string>();
        for (var seed = first; seed < first + count; seed++)
        {
            var mutant = mutants.Make(seed);
            if (oracle.Complaint(mutant.Name, mutant.Content) is { } complaint)
            {
                complaints.Add($"{mutant.Name}, {mutant.Damage}: {complaint}");
            }
        }

        output.WriteLine($"{count} executions from seed {first} over {originals.Count} files, {complaints.Count} complaints");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Take(40)));
    }

    /// <summary>Files of every format and program that the project itself made; large ones would only make each execution slow.</summary>
    private static List<(string Name, byte[] Content)> Originals(string? corpus) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Mess", "Museum"))
            .Concat(corpus is null ? [] : Directory.GetFiles(corpus))
            .Where(file => new FileInfo(file).Length <= LargestOriginal)
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))];
}
