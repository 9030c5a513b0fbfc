using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SscPipeline.Storage.Tests.Azurite;

/// <summary>The emulator from npm, installed once per lock file into the user's own cache.</summary>
internal static class AzuriteInstallation
{
    public static async Task<string> EnsureAsync()
    {
        var source = Path.Combine(Root(), "infra", "azurite");
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))));
        var cache = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "ssc-pipeline");
        var folder = Path.Combine(cache, $"azurite-{hash[..12]}");
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        var done = Path.Combine(folder, "installed");
        Directory.CreateDirectory(folder);
        await using var alone = await LockAsync(Path.Combine(cache, $"azurite-{hash[..12]}.lock"));
        if (!File.Exists(done))
        {
            File.Copy(Path.Combine(source, "package.json"), Path.Combine(folder, "package.json"), overwrite: true);
            File.Copy(Path.Combine(source, "package-lock.json"), Path.Combine(folder, "package-lock.json"), overwrite: true);
            await RunAsync(folder);
            await File.WriteAllTextAsync(done, "");
        }

        return script;
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 1200)
            {
                await Task.Delay(250);
            }
        }
    }

    private static async Task RunAsync(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci --no-audit --no-fund --loglevel=error")
        {
            WorkingDirectory = folder,
        })!;
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, "npm ci could not install Azurite.");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", "..", "..", ".."));
}
