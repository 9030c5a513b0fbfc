using System.Diagnostics;

namespace SscPipeline.LocalHost.Tests;

public sealed class SubstituteWorkerTests
{
    [Fact]
    public async Task The_functions_started_on_their_own_say_what_to_start_instead_and_end_with_2()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SscPipeline.Functions.dll");
        using var functions = Process.Start(
            new ProcessStartInfo("dotnet", [program]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await functions.StandardError.ReadToEndAsync();
        await functions.WaitForExitAsync();

        Assert.Equal(2, functions.ExitCode);
        Assert.Contains("dotnet run --project src/SscPipeline.Cli -- up", said, StringComparison.Ordinal);
        Assert.Contains("-p:SubstituteFunctionsWorker=false", said, StringComparison.Ordinal);
    }
}
