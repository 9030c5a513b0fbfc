using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>Where the row of each key stands, so that no row has to be kept.</summary>
internal sealed class RowPlaces
{
    private readonly Entry[] entries;
    private readonly bool[] isTaken;

    /// <param name="rows">Each is made once.</param>
    public RowPlaces(IReadOnlyList<OutcomeRow> rows)
    {
        entries = new Entry[rows.Count];
        isTaken = new bool[rows.Count];
        for (var place = 0; place < entries.Length; place++)
        {
            var row = rows[place];
            entries[place] = new Entry(ComparedKey.Of(row), place, row.Outcomes.DistinctBy(outcome => outcome.Variable).Count());
        }

        Array.Sort(entries, (left, right) => left.Key.CompareTo(right.Key) is not 0 and var order ? order : left.Place.CompareTo(right.Place));
    }

    /// <summary>The places of the key's rows, in their order; more than one are rare.</summary>
    public int[] Take(ComparedKey key)
    {
        var (first, end) = (0, entries.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = entries[middle].Key.CompareTo(key) < 0 ? (middle + 1, end) : (first, middle);
        }

        return Take(key, first);
    }

    /// <summary>What was not taken, in the order of keys, with the number of variables of the first row.</summary>
    public IEnumerable<(ComparedKey Key, int[] Rows, int Values)> Left()
    {
        for (var at = 0; at < entries.Length; at++)
        {
            if (!isTaken[at])
            {
                yield return (entries[at].Key, Take(entries[at].Key, at), entries[at].Values);
            }
        }
    }

    private int[] Take(ComparedKey key, int first)
    {
        var end = first;
        while (end < entries.Length && entries[end].Key == key)
        {
            isTaken[end++] = true;
        }

        return [.. entries[first..end].Select(entry => entry.Place)];
    }

    private readonly record struct Entry(ComparedKey Key, int Place, int Values);
}
