using System.Globalization;
using Spectre.Console;
using SscPipeline.Workflows.Diagnosing;

namespace SscPipeline.Cli.Output;

/// <summary>What is well in a line each, and what is not with what to do, last and together.</summary>
internal static class DiagnosisPrinter
{
    public static void Print(IReadOnlyCollection<Diagnosis> found, IAnsiConsole console)
    {
        foreach (var one in found.Where(one => one.IsWell))
        {
            console.MarkupLineInterpolated($"[green]ok[/]  {Title(one)}: {one.What}");
        }

        var ill = found.Where(one => !one.IsWell).ToList();
        foreach (var one in ill)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[red]{Title(one)}[/]");
            console.WriteLine($"  {one.What}");
            console.WriteLine($"  {one.Fix}");
        }

        console.WriteLine();
        console.WriteLine(ill.Count == 0
            ? "All is well."
            : string.Create(CultureInfo.InvariantCulture, $"{ill.Count} {(ill.Count == 1 ? "finding" : "findings")}. README, \"Operate it\", says more about each."));
    }

    private static string Title(Diagnosis one) => one.Place.Length == 0 ? one.Check : $"{one.Check} - {one.Place}";
}
