using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Tests.Ingesting;

/// <summary>The comparison of two versions that are both in memory, sorted and walked side by side: what the product's, which is not given all
/// rows at once, has to say as well.</summary>
internal static class WholeComparison
{
    public static (OutcomeCounts Counts, ImmutableArray<OutcomeChange> Changes) Between(IReadOnlyList<OutcomeRow> before, IReadOnlyList<OutcomeRow> after)
    {
        var (inserted, changed, withdrawn, unchanged) = (new Listed("inserted"), new Listed("changed"), new Listed("withdrawn"), 0);
        foreach (var (key, then, now) in Pairs(ByKey(before), ByKey(after)))
        {
            if (then.Count == 0 && now.Count == 1 && inserted.IsFull)
            {
                inserted.Add(now[0].Values);
                continue;
            }

            var (earlier, later) = (Values(before, then), Values(after, now));
            foreach (var (variable, value) in later)
            {
                if (!earlier.TryGetValue(variable, out var was))
                {
                    inserted.Add(key, variable, null, value);
                }
                else if (was != value)
                {
                    changed.Add(key, variable, was, value);
                }
                else
                {
                    unchanged++;
                }
            }

            foreach (var (variable, value) in earlier.Where(value => !later.ContainsKey(value.Key)))
            {
                withdrawn.Add(key, variable, value, null);
            }
        }

        return (
            new OutcomeCounts(inserted.Count, changed.Count, withdrawn.Count, unchanged),
            [.. changed.First.Concat(withdrawn.First).Concat(inserted.First).Take(Receipt.MaxChanges)]);
    }

    /// <summary>Where the row of each key stands, in the order of keys.</summary>
    private static List<Entry> ByKey(IReadOnlyList<OutcomeRow> rows)
    {
        var entries = new List<Entry>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            entries.Add(new Entry(new RowKey(row.Subject, row.Kind, row.Key.Discriminator), i, row.Outcomes.DistinctBy(outcome => outcome.Variable).Count()));
        }

        entries.Sort((left, right) => left.Key.CompareTo(right.Key) is not 0 and var order ? order : left.Place.CompareTo(right.Place));
        return entries;
    }

    private static IEnumerable<(RowKey Key, List<Entry> Before, List<Entry> After)> Pairs(List<Entry> before, List<Entry> after)
    {
        var (then, now) = (0, 0);
        while (then < before.Count || now < after.Count)
        {
            var isBefore = now == after.Count || (then < before.Count && before[then].Key.CompareTo(after[now].Key) < 0);
            var key = isBefore ? before[then].Key : after[now].Key;
            yield return (key, Take(before, key, ref then), Take(after, key, ref now));
        }
    }

    /// <summary>More than one entry of a key are rare.</summary>
    private static List<Entry> Take(List<Entry> entries, RowKey key, ref int at)
    {
        var first = at;
        while (at < entries.Count && entries[at].Key == key)
        {
            at++;
        }

        return entries.GetRange(first, at - first);
    }

    private static SortedDictionary<string, string> Values(IReadOnlyList<OutcomeRow> rows, List<Entry> entries)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var outcome in entries.SelectMany(entry => rows[entry.Place].Outcomes))
        {
            values[outcome.Variable] = outcome.Comparator + outcome.Value;
        }

        return values;
    }

    /// <summary>All are counted, the first are kept.</summary>
    private sealed class Listed(string kind)
    {
        public int Count { get; private set; }

        public List<OutcomeChange> First { get; } = [];

        public bool IsFull => Count >= Receipt.MaxChanges;

        public void Add(int more) => Count += more;

        public void Add(RowKey key, string variable, string? old, string? current)
        {
            if (Count++ < Receipt.MaxChanges)
            {
                First.Add(new OutcomeChange(kind, key.Subject, key.Kind == RecordKind.Visit ? key.Discriminator : null, variable, old, current));
            }
        }
    }

    /// <param name="Place">Of the row among all rows.</param>
    /// <param name="Values">How many variables it has.</param>
    private readonly record struct Entry(RowKey Key, int Place, int Values);

    private readonly record struct RowKey(string Subject, RecordKind Kind, string Discriminator) : IComparable<RowKey>
    {
        public int CompareTo(RowKey other)
        {
            var subject = string.CompareOrdinal(Subject, other.Subject);
            var kind = Kind.CompareTo(other.Kind);
            return subject != 0 ? subject : kind != 0 ? kind : string.CompareOrdinal(Discriminator, other.Discriminator);
        }
    }
}
