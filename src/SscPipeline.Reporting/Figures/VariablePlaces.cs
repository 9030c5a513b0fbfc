using System.Collections.Immutable;

namespace SscPipeline.Reporting.Figures;

/// <summary>The places in <see cref="SiteFigures"/> of all variables of a visit. Visits whose values come from one table mostly share the names of
/// their variables: the places are then looked up once for all of these.</summary>
internal sealed class VariablePlaces
{
    private ImmutableArray<string> names = [];
    private int[] places = [];
    private ulong mask;

    /// <summary>In the order of the names; -1 for what no report reads.</summary>
    public ReadOnlySpan<int> Of(ImmutableArray<string> variables)
    {
        LookUp(variables);
        return places;
    }

    /// <summary>A bit for each place.</summary>
    public ulong MaskOf(ImmutableArray<string> variables)
    {
        LookUp(variables);
        return mask;
    }

    private void LookUp(ImmutableArray<string> variables)
    {
        // The very same array, not one with the same names in it.
        if (variables == names)
        {
            return;
        }

        (names, places, mask) = (variables, new int[variables.Length], 0);
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = FigureVariables.TryPlaceOf(variables[index]) ?? -1;
            mask |= places[index] >= 0 ? 1UL << places[index] : 0;
        }
    }
}
