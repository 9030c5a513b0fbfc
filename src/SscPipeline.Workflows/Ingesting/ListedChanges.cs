using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>Changes of one kind, in whatever order they are found: all are counted, the first of them are kept.</summary>
internal sealed class ListedChanges(string kind)
{
    private static readonly Comparer<(ComparedKey Key, OutcomeChange Change)> ByKey = Comparer<(ComparedKey Key, OutcomeChange Change)>.Create((left, right) =>
        left.Key.CompareTo(right.Key) is not 0 and var order ? order : string.CompareOrdinal(left.Change.Variable, right.Change.Variable));

    private readonly SortedSet<(ComparedKey Key, OutcomeChange Change)> first = new(ByKey);

    public int Count { get; private set; }

    /// <summary>By subject, row and variable.</summary>
    public IEnumerable<OutcomeChange> First => first.Select(change => change.Change);

    /// <summary>True when nothing of this row would be kept.</summary>
    public bool IsBeyond(ComparedKey key) => first.Count == Receipt.MaxChanges && key.CompareTo(first.Max.Key) > 0;

    public void Add(int more) => Count += more;

    public void Add(ComparedKey key, string variable, string? old, string? current)
    {
        Count++;
        if (IsBeyond(key))
        {
            return;
        }

        first.Add((key, new OutcomeChange(kind, key.Subject, key.Kind == RecordKind.Visit ? key.Discriminator : null, variable, old, current)));
        if (first.Count > Receipt.MaxChanges)
        {
            first.Remove(first.Max);
        }
    }
}
