using System.Security.Cryptography;

namespace SscPipeline.LocalHost.Azurite;

/// <summary>The files that this program carries along to install and start Azurite.</summary>
internal static class AzuriteResources
{
    public static byte[] PackageJson { get; } = Read("azurite/package.json");

    public static byte[] PackageLock { get; } = Read("azurite/package-lock.json");

    public static byte[] StopWithParent { get; } = Read("azurite/stop-with-parent.mjs");

    /// <summary>Changes with any version in the lock file: first 12 hex digits of its SHA-256.</summary>
    public static string LockHash { get; } = Convert.ToHexStringLower(SHA256.HashData(PackageLock))[..12];

    private static byte[] Read(string name)
    {
        using var stream = typeof(AzuriteResources).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
