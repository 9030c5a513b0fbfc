namespace SscPipeline.Cli.Demo;

/// <summary>The example's files, unpacked into a folder that goes away with this object.</summary>
internal sealed class BundledExample : IDisposable
{
    private const string Prefix = "inbox/";

    private readonly string folder;

    private BundledExample(string folder) => this.folder = folder;

    public string Inbox => folder;

    public static async Task<BundledExample> UnpackAsync(CancellationToken cancellationToken)
    {
        var example = new BundledExample(Directory.CreateTempSubdirectory("ssc-demo-").FullName);
        var assembly = typeof(BundledExample).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var target = Path.Combine(example.folder, name[Prefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using var source = assembly.GetManifestResourceStream(name)!;
            await using var copy = File.Create(target);
            await source.CopyToAsync(copy, cancellationToken);
        }

        return example;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
