namespace SscPipeline.Acceptance;

/// <summary>A folder for one test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ssc-acceptance-").FullName;

    public string this[string below] => System.IO.Path.Combine(Path, below);

    public void Write(string below, string text) => Write(below, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string below, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[below])!);
        File.WriteAllBytes(this[below], bytes);
    }

    public string[] Lines(string below) => [.. File.ReadAllLines(this[below]).Skip(1)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
