using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>What a new version of a document changes, value by value.</summary>
/// <remarks>The earlier rows pass by one at a time, in any order, and only the changes that a receipt lists are kept: a large document has
/// millions of values, of which neither version is ever in memory as a whole.</remarks>
internal sealed record OutcomeComparison(OutcomeCounts Counts, ImmutableArray<OutcomeChange> Changes)
{
    public static OutcomeComparison None { get; } = new(new OutcomeCounts(0, 0, 0, 0), []);

    /// <param name="before">May be none. As storage keeps them: one row of a key.</param>
    /// <param name="after">Rows are asked for more than once, and may be made each time.</param>
    public static async Task<OutcomeComparison> BetweenAsync(
        IAsyncEnumerable<OutcomeRow> before, IReadOnlyList<OutcomeRow> after, CancellationToken cancellationToken)
    {
        var comparison = new Running(after);
        await foreach (var row in before.WithCancellation(cancellationToken))
        {
            comparison.Meet(ComparedKey.Of(row), [row]);
        }

        return comparison.Finish();
    }

    /// <param name="before">May be none, and several of a key.</param>
    /// <param name="after">Rows are asked for more than once, and may be made each time.</param>
    public static OutcomeComparison Between(IReadOnlyList<OutcomeRow> before, IReadOnlyList<OutcomeRow> after)
    {
        var comparison = new Running(after);
        foreach (var rows in before.GroupBy(ComparedKey.Of))
        {
            comparison.Meet(rows.Key, [.. rows]);
        }

        return comparison.Finish();
    }

    private sealed class Running(IReadOnlyList<OutcomeRow> after)
    {
        private readonly RowPlaces places = new(after);
        private readonly ListedChanges inserted = new("inserted");
        private readonly ListedChanges changed = new("changed");
        private readonly ListedChanges withdrawn = new("withdrawn");
        private int unchanged;

        public void Meet(ComparedKey key, IReadOnlyList<OutcomeRow> before)
        {
            var (earlier, later) = (Values(before), Values([.. places.Take(key).Select(place => after[place])]));
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

        public OutcomeComparison Finish()
        {
            foreach (var (key, rows, values) in places.Left())
            {
                if (rows.Length == 1 && inserted.IsBeyond(key))
                {
                    inserted.Add(values);
                    continue;
                }

                foreach (var (variable, value) in Values([.. rows.Select(place => after[place])]))
                {
                    inserted.Add(key, variable, null, value);
                }
            }

            return new OutcomeComparison(
                new OutcomeCounts(inserted.Count, changed.Count, withdrawn.Count, unchanged),
                [.. changed.First.Concat(withdrawn.First).Concat(inserted.First).Take(Receipt.MaxChanges)]);
        }

        private static Dictionary<string, string> Values(IReadOnlyList<OutcomeRow> rows)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var outcome in rows.SelectMany(row => row.Outcomes))
            {
                values[outcome.Variable] = outcome.Comparator + outcome.Value;
            }

            return values;
        }
    }
}
