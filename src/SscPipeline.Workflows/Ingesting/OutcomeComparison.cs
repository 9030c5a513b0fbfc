using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>What a new version of a document changes, value by value.</summary>
/// <remarks>Row by row, and only the changes that a receipt lists are kept: a large document has millions of values.</remarks>
internal sealed record OutcomeComparison(OutcomeCounts Counts, ImmutableArray<OutcomeChange> Changes)
{
    public static OutcomeComparison Between(IEnumerable<OutcomeRow> before, IEnumerable<OutcomeRow> after)
    {
        var old = ByKey(before);
        var current = ByKey(after);
        var (inserted, changed, withdrawn, unchanged) = (new Listed("inserted"), new Listed("changed"), new Listed("withdrawn"), 0);
        foreach (var (key, outcomes) in current)
        {
            var earlier = Values(old.GetValueOrDefault(key, []));
            foreach (var (variable, value) in Values(outcomes))
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
        }

        foreach (var (key, outcomes) in old)
        {
            var now = Values(current.GetValueOrDefault(key, []));
            foreach (var (variable, value) in Values(outcomes).Where(value => !now.ContainsKey(value.Key)))
            {
                withdrawn.Add(key, variable, value, null);
            }
        }

        return new OutcomeComparison(
            new OutcomeCounts(inserted.Count, changed.Count, withdrawn.Count, unchanged),
            [.. changed.First.Concat(withdrawn.First).Concat(inserted.First).Take(Receipt.MaxChanges)]);
    }

    private static SortedDictionary<RowKey, ImmutableArray<Outcome>> ByKey(IEnumerable<OutcomeRow> rows)
    {
        var byKey = new SortedDictionary<RowKey, ImmutableArray<Outcome>>();
        foreach (var row in rows)
        {
            var key = new RowKey(row.Subject, row.Kind, row.Key.Discriminator);
            byKey[key] = byKey.TryGetValue(key, out var known) ? known.AddRange(row.Outcomes) : row.Outcomes;
        }

        return byKey;
    }

    private static SortedDictionary<string, string> Values(ImmutableArray<Outcome> outcomes)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var outcome in outcomes)
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

        public void Add(RowKey key, string variable, string? old, string? current)
        {
            if (Count++ < Receipt.MaxChanges)
            {
                First.Add(new OutcomeChange(kind, key.Subject, key.Kind == RecordKind.Visit ? key.Discriminator : null, variable, old, current));
            }
        }
    }

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
