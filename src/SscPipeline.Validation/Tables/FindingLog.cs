namespace SscPipeline.Validation.Tables;

/// <summary>What checks found and how much they looked at.</summary>
internal sealed class FindingLog
{
    private readonly Dictionary<string, int> examined = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    public int Examined(string check) => examined.GetValueOrDefault(check);

    public void Examine(string check, int count = 1) => examined[check] = Examined(check) + count;

    public void Examine(IEnumerable<string> checks, int count)
    {
        foreach (var check in checks)
        {
            Examine(check, count);
        }
    }

    public void Add(Finding finding) => Findings.Add(finding);

    public void Add(FindingLog other)
    {
        Findings.AddRange(other.Findings);
        foreach (var (check, count) in other.examined)
        {
            Examine(check, count);
        }
    }
}
