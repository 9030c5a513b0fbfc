namespace SscPipeline.LocalHost.Azurite;

/// <summary>Azurite as npm installs it from the lock file that this program carries: once per user and lock file.</summary>
public sealed class AzuriteInstallation
{
    private AzuriteInstallation(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>What node has to run.</summary>
    public string Script => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    public bool IsComplete => File.Exists(Script);

    /// <summary>Returns at once when it is there. Processes that ask at the same time wait for the one that installs.</summary>
    /// <param name="progress">Told in words when something takes time.</param>
    /// <exception cref="AzuriteUnavailableException">Node.js is missing, or npm could not fetch the packages.</exception>
    public static Task<AzuriteInstallation> EnsureAsync(IProgress<string>? progress, CancellationToken cancellationToken) =>
        EnsureAsync(DefaultRoot(), folder => NpmInstall.RunAsync(folder, progress, cancellationToken), progress, cancellationToken);

    /// <summary>Whether <see cref="EnsureAsync(IProgress{string}, CancellationToken)"/> would have nothing to do.</summary>
    public static bool IsInstalled => new AzuriteInstallation(FolderIn(DefaultRoot())).IsComplete;

    /// <param name="fetchPackages">Fills a folder that holds the package files.</param>
    internal static async Task<AzuriteInstallation> EnsureAsync(
        string root, Func<string, Task> fetchPackages, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var installation = new AzuriteInstallation(FolderIn(root));
        if (installation.IsComplete)
        {
            return installation;
        }

        Directory.CreateDirectory(root);
        await using var held = await FolderLock.TakeAsync(
            installation.Folder + ".lock",
            () => progress?.Report("Another process is installing Azurite; waiting for it."),
            cancellationToken);
        if (!installation.IsComplete)
        {
            await installation.InstallAsync(fetchPackages, cancellationToken);
        }

        return installation;
    }

    /// <summary>Beside the final place first, so that what bears the final name is always complete.</summary>
    private async Task InstallAsync(Func<string, Task> fetchPackages, CancellationToken cancellationToken)
    {
        var unfinished = Folder + ".unfinished";
        foreach (var leftover in new[] { unfinished, Folder }.Where(Directory.Exists))
        {
            Directory.Delete(leftover, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        await File.WriteAllBytesAsync(Path.Combine(unfinished, "package.json"), AzuriteResources.PackageJson, cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(unfinished, "package-lock.json"), AzuriteResources.PackageLock, cancellationToken);
        await fetchPackages(unfinished);
        Directory.Move(unfinished, Folder);
    }

    private static string FolderIn(string root) => Path.Combine(root, $"azurite-{AzuriteResources.LockHash}");

    private static string DefaultRoot()
    {
        var perUser = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(perUser.Length > 0 ? perUser : Path.GetTempPath(), "ssc-pipeline");
    }
}
