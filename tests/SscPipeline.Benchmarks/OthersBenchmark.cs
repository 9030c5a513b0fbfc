using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SscPipeline.Benchmarks;

/// <summary>The same file with what a site would take instead, as far as it is installed: each a process from its start to its end.</summary>
internal static class OthersBenchmark
{
    private static readonly int[] Sizes = [2_000, 20_000];

    public static Task RunAsync(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("ssc-others").FullName;
        try
        {
            var contenders = Contenders(folder).ToList();
            Console.WriteLine($"{"rows x 34",10}  {"with",-44}{"wall s",8}{"cpu s",8}{"MB",6}{"of ours",9}");
            foreach (var rows in Sizes)
            {
                var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{rows}.xlsx"));
                new StudyFile(rows, 34).Write(file);
                var runs = Rounds.Medians(run => run.Seconds, [.. contenders.Select(each => (Func<ChildProcess>)(() => each.Run(file)))]);
                foreach (var ((name, _), run) in contenders.Zip(runs))
                {
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{rows,10}  {name,-44}{run.Seconds,8:0.00}{run.ProcessorSeconds,8:0.00}{run.PeakMegabytes,6:0}{run.ProcessorSeconds / runs[0].ProcessorSeconds,9:0.0}"));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<(string Name, Func<string, ChildProcess> Run)> Contenders(string folder)
    {
        yield return ("ssc check, all checks", file => ChildProcess.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "ssc.dll"), "check", file, "--format", "json"]));
        var (python, r) = (Unpack(folder, "check.py"), Unpack(folder, "read.R"));
        if (Has("/usr/bin/python3", "-c", "import pandas, openpyxl"))
        {
            yield return ("pandas + openpyxl, ranges, sums, duplicates", file => ChildProcess.Run("/usr/bin/python3", [python, file]));
        }
        else
        {
            Console.WriteLine("pandas and openpyxl are not installed (Debian: python3-pandas python3-openpyxl).");
        }

        if (Has("Rscript", "-e", "library(readxl)"))
        {
            yield return ("R readxl, reading alone", file => ChildProcess.Run("Rscript", [r, file]));
        }
        else
        {
            Console.WriteLine("readxl is not installed (Debian: r-cran-readxl).");
        }
    }

    private static bool Has(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }

    private static string Unpack(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        using var script = typeof(OthersBenchmark).Assembly.GetManifestResourceStream($"others/{name}")!;
        using var file = File.Create(path);
        script.CopyTo(file);
        return path;
    }
}
