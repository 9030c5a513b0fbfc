using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>What a new version of a document changes, value by value.</summary>
internal sealed record OutcomeComparison(OutcomeCounts Counts, ImmutableArray<OutcomeChange> Changes)
{
    public static OutcomeComparison Between(IEnumerable<OutcomeRow> before, IEnumerable<OutcomeRow> after)
    {
        var old = Flatten(before);
        var current = Flatten(after);

        var inserted = Missing(current, old, (key, value) => Change("inserted", key, null, value));
        var withdrawn = Missing(old, current, (key, value) => Change("withdrawn", key, value, null));
        var changed = current
            .Where(pair => old.TryGetValue(pair.Key, out var earlier) && earlier != pair.Value)
            .Select(pair => Change("changed", pair.Key, old[pair.Key], pair.Value))
            .ToList();

        var counts = new OutcomeCounts(inserted.Count, changed.Count, withdrawn.Count, current.Count - inserted.Count - changed.Count);
        return new OutcomeComparison(counts, [.. changed.Concat(withdrawn).Concat(inserted).Take(Receipt.MaxChanges)]);
    }

    private static SortedDictionary<OutcomeKey, string> Flatten(IEnumerable<OutcomeRow> rows)
    {
        var flat = new SortedDictionary<OutcomeKey, string>();
        foreach (var row in rows)
        {
            foreach (var outcome in row.Outcomes)
            {
                flat[new OutcomeKey(row.Subject, row.Kind, row.Key.Discriminator, outcome.Variable)] = outcome.Comparator + outcome.Value;
            }
        }

        return flat;
    }

    private static List<OutcomeChange> Missing(
        SortedDictionary<OutcomeKey, string> from, SortedDictionary<OutcomeKey, string> inOther, Func<OutcomeKey, string, OutcomeChange> change) =>
        [.. from.Where(pair => !inOther.ContainsKey(pair.Key)).Select(pair => change(pair.Key, pair.Value))];

    private static OutcomeChange Change(string kind, OutcomeKey key, string? old, string? current) =>
        new(kind, key.Subject, key.Kind == RecordKind.Visit ? key.Discriminator : null, key.Variable, old, current);

    private readonly record struct OutcomeKey(string Subject, RecordKind Kind, string Discriminator, string Variable) : IComparable<OutcomeKey>
    {
        public int CompareTo(OutcomeKey other)
        {
            var subject = string.CompareOrdinal(Subject, other.Subject);
            var kind = Kind.CompareTo(other.Kind);
            var discriminator = string.CompareOrdinal(Discriminator, other.Discriminator);
            return subject != 0 ? subject : kind != 0 ? kind : discriminator != 0 ? discriminator : string.CompareOrdinal(Variable, other.Variable);
        }
    }
}
