using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Domain.Sites;

/// <summary>The variables of a row, in its own order and sorted. Most rows of a document have the same ones: they are sorted once for all.</summary>
internal sealed class RowShape
{
    private readonly ImmutableArray<string> sorted;

    /// <summary>Where in the row the sorted ones stand.</summary>
    private readonly int[] places;

    private readonly string[] asInRow;

    private RowShape(ImmutableArray<string> sorted, int[] places, string[] asInRow) => (this.sorted, this.places, this.asInRow) = (sorted, places, asInRow);

    /// <returns>Null when the row has a variable twice.</returns>
    public static RowShape? TryOf(ImmutableArray<Outcome> outcomes)
    {
        var names = new string[outcomes.Length];
        var places = new int[outcomes.Length];
        for (var place = 0; place < names.Length; place++)
        {
            (names[place], places[place]) = (outcomes[place].Variable, place);
        }

        var asInRow = (string[])names.Clone();
        Array.Sort(names, places, StringComparer.Ordinal);
        for (var at = 1; at < names.Length; at++)
        {
            if (names[at] == names[at - 1])
            {
                return null;
            }
        }

        return new RowShape([.. names], places, asInRow);
    }

    public bool IsOf(ImmutableArray<Outcome> outcomes)
    {
        if (outcomes.Length != asInRow.Length)
        {
            return false;
        }

        for (var place = 0; place < asInRow.Length; place++)
        {
            if (outcomes[place].Variable != asInRow[place])
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="outcomes">Of a row of this shape.</param>
    public VariableDictionary<PlacedOutcome> Place(ImmutableArray<Outcome> outcomes, PlacedRow source)
    {
        var values = ImmutableArray.CreateBuilder<PlacedOutcome>(places.Length);
        foreach (var place in places)
        {
            values.Add(new PlacedOutcome(outcomes[place], source));
        }

        return new VariableDictionary<PlacedOutcome>(sorted, values.MoveToImmutable());
    }
}
