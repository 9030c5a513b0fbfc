using System.Diagnostics;

namespace SscPipeline.Benchmarks;

/// <summary>A program compiled ahead of its start, as far as that goes.</summary>
internal static class ReadyToRun
{
    /// <returns>The program; null when its compiler cannot be restored from this package feed.</returns>
    public static string? Publish(string project, string program, string folder)
    {
        var place = Path.Combine(folder, "ready");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["publish", $"src/{project}", "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", place])
        {
            RedirectStandardOutput = true,
        })!;
        publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Combine(place, program) : null;
    }
}
