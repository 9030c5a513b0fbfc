using System.ComponentModel;
using System.Diagnostics;

namespace SscPipeline.LocalHost.Azurite;

/// <summary>Starts node and npm, which have to be on the PATH.</summary>
internal static class NodeCommand
{
    private const string HowToInstall =
        "Storage on this machine is Azurite, which runs on Node.js. Please install Node.js 20 or newer, with npm "
        + "(https://nodejs.org, or the package 'nodejs' and 'npm' of your system), and try again. "
        + "Where storage exists already, name it with --connection instead; then Node.js is not needed.";

    public static string Npm { get; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <exception cref="AzuriteUnavailableException">The program is not on the PATH.</exception>
    public static Process Start(string program, string folder, IEnumerable<string> arguments, Action<ProcessStartInfo> prepare)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        prepare(start);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new AzuriteUnavailableException($"'{program}' was not found. {HowToInstall}");
        }
    }
}
