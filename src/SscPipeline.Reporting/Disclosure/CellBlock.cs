namespace SscPipeline.Reporting.Disclosure;

/// <summary>Counts that hang together. Hides the small ones, and as few others as keep the small ones from being computed.</summary>
internal sealed class CellBlock(DisclosureRules rules)
{
    private readonly List<Cell> cells = [];
    private readonly List<CellSum> sums = [];

    public DisclosureRules Rules => rules;

    public IReadOnlyList<Cell> Cells => cells;

    public IReadOnlyList<CellSum> Sums => sums;

    /// <summary>The size of a group that is shown whatever happens; the caller has seen to it that it is not small.</summary>
    public Cell Known(int value) => Add(new Cell(cells.Count, value, true, false, int.MaxValue));

    /// <param name="isOfFew">Sensitive however large: many events of few persons.</param>
    public Cell Count(int value, int importance, bool isOfFew = false) => Add(new Cell(cells.Count, value, true, isOfFew || rules.IsSmall(value), importance));

    /// <summary>k of n: k, and n - k, which nobody prints and everybody can compute.</summary>
    public Cell Part(Cell whole, int value, int importance)
    {
        var part = Count(value, importance);
        Rest(whole, part);
        return part;
    }

    /// <summary>A count that could only be computed.</summary>
    public Cell Unprinted(int value) => Add(new Cell(cells.Count, value, false, rules.IsSmall(value), 0));

    /// <summary>What is left of the whole without the parts stands nowhere and must not be computable when it is small.</summary>
    public void Rest(Cell whole, params ReadOnlySpan<Cell> parts)
    {
        var rest = whole.Value;
        foreach (var part in parts)
        {
            rest -= part.Value;
        }

        if (rest >= 0)
        {
            Sum(whole, [.. parts, Unprinted(rest)]);
        }
    }

    /// <summary>Ignored where the numbers do not add up: then nobody can compute one from the others.</summary>
    public void Sum(Cell total, params IReadOnlyList<Cell> parts)
    {
        if (parts.Sum(part => part.Value) == total.Value)
        {
            sums.Add(new CellSum(total, parts));
        }
    }

    /// <exception cref="InvalidOperationException">A small cell follows from groups that were declared as known.</exception>
    public void Protect()
    {
        foreach (var cell in cells.Where(cell => cell.IsSensitive))
        {
            cell.IsShown = false;
        }

        if (!rules.HidesComplements)
        {
            return;
        }

        var hidden = new List<Cell>();
        while (Exposed() is { } exposed)
        {
            var next = Around(exposed).OrderBy(cell => cell.Importance).ThenBy(cell => cell.Value == 0).ThenBy(cell => cell.Value).ThenBy(cell => cell.Index).FirstOrDefault()
                ?? throw new InvalidOperationException("A small count follows from groups that are always shown.");
            next.IsShown = false;
            hidden.Add(next);
        }

        foreach (var cell in hidden.OrderByDescending(cell => cell.Importance).ThenBy(cell => cell.Index))
        {
            cell.IsShown = true;
            cell.IsShown = Exposed() is null;
        }
    }

    /// <summary>A small count whose range is narrower than that of counts that are too small.</summary>
    private Cell? Exposed()
    {
        var bounds = CellBounds.Of(cells, sums);
        return cells.FirstOrDefault(cell => cell.IsSensitive && bounds[cell.Index].High - bounds[cell.Index].Low < rules.Minimum - 1);
    }

    /// <summary>Cells that are shown and can be hidden, in sums that lead to this one through hidden cells only.</summary>
    private HashSet<Cell> Around(Cell exposed)
    {
        var (found, seen, waiting) = (new HashSet<Cell>(), new HashSet<Cell>(), new Queue<Cell>([exposed]));
        while (waiting.TryDequeue(out var cell))
        {
            foreach (var other in sums.Where(sum => sum.Cells.Contains(cell)).SelectMany(sum => sum.Cells).Where(seen.Add))
            {
                if (!other.IsShown)
                {
                    waiting.Enqueue(other);
                }
                else if (other.Importance < int.MaxValue)
                {
                    found.Add(other);
                }
            }
        }

        return found;
    }

    private Cell Add(Cell cell)
    {
        cells.Add(cell);
        return cell;
    }
}
