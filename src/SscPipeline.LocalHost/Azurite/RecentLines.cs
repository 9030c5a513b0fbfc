namespace SscPipeline.LocalHost.Azurite;

/// <summary>The last lines of what a program wrote, for the message when it fails.</summary>
internal sealed class RecentLines
{
    private const int Kept = 12;

    private readonly Queue<string> lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (lines)
        {
            lines.Enqueue(line.Trim());
            if (lines.Count > Kept)
            {
                lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (lines)
        {
            return string.Join(Environment.NewLine, lines.Select(line => $"  {line}"));
        }
    }
}
