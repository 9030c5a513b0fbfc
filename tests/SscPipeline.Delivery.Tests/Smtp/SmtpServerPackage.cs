using System.Diagnostics;
using System.Security.Cryptography;

namespace SscPipeline.Delivery.Tests.Smtp;

/// <summary>The npm package <c>smtp-server</c>, installed by <c>npm ci</c> from the lock file beside this one: once per user and lock file.</summary>
internal static class SmtpServerPackage
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    public static Task<string> EnsureAsync() => Installed.Value;

    private static async Task<string> InstallAsync()
    {
        var root = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ssc-pipeline");
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. Read("package-lock.json"), .. Read("server.mjs")]))[..12];
        var folder = Path.Combine(root, $"smtp-server-{hash}");
        if (!Directory.Exists(folder))
        {
            // Beside the final place first, so that what bears the final name is complete; its own name, so that two test runs do not meet.
            var unfinished = $"{folder}.{Environment.ProcessId}";
            Directory.CreateDirectory(unfinished);
            foreach (var name in new[] { "package.json", "package-lock.json", "server.mjs" })
            {
                await File.WriteAllBytesAsync(Path.Combine(unfinished, name), Read(name));
            }

            await NpmAsync(unfinished);
            Move(unfinished, folder);
        }

        return folder;
    }

    private static async Task NpmAsync(string folder)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Process.Start(start)!;
        var (output, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, $"npm could not install the mail server of the tests: {await output}{await errors}");
    }

    private static void Move(string unfinished, string folder)
    {
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another test run was faster with the same.
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(SmtpServerPackage).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
