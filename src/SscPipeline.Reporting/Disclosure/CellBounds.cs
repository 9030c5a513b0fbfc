namespace SscPipeline.Reporting.Disclosure;

/// <summary>What can be told of hidden cells from those that are shown: the lowest and the highest value of each.</summary>
/// <remarks>Bounds are carried through the sums until nothing moves.</remarks>
internal static class CellBounds
{
    private const long Unbounded = 1_000_000_000;

    public static IReadOnlyList<(long Low, long High)> Of(IReadOnlyList<Cell> cells, IReadOnlyList<CellSum> sums)
    {
        var low = cells.Select(cell => cell.IsShown ? cell.Value : 0L).ToArray();
        var high = cells.Select(cell => cell.IsShown ? cell.Value : Unbounded).ToArray();
        var isMoving = true;
        while (isMoving)
        {
            isMoving = false;
            foreach (var sum in sums)
            {
                var (lows, highs) = (sum.Parts.Sum(part => low[part.Index]), sum.Parts.Sum(part => high[part.Index]));
                var total = sum.Total.Index;
                isMoving |= Narrow(total, lows, highs);
                foreach (var part in sum.Parts)
                {
                    var (from, to) = (low[part.Index], high[part.Index]);
                    isMoving |= Narrow(part.Index, low[total] - (highs - to), high[total] - (lows - from));
                    (lows, highs) = (lows + low[part.Index] - from, highs + high[part.Index] - to);
                }
            }
        }

        return [.. low.Zip(high)];

        bool Narrow(int cell, long from, long to)
        {
            var (before, after) = (low[cell], high[cell]);
            (low[cell], high[cell]) = (Math.Max(before, from), Math.Min(after, to));
            return low[cell] != before || high[cell] != after;
        }
    }
}
