namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Somebody with pencil and paper: has the printed counts, knows what adds up to what, and solves for the others.</summary>
/// <remarks>Independent of the rules under test: all sums are first combined by elimination, then lowest and highest values are carried through the
/// sums and through what elimination gave.</remarks>
internal sealed class Attacker
{
    private const double Most = 1e6;
    private readonly List<(string Name, int Truth, int? Printed)> cells = [];
    private readonly List<Dictionary<int, double>> equations = [];

    public int Cell(string name, int? truth, int? printed)
    {
        Assert.True(printed is null || printed == truth, $"{name} is printed as {printed} and is {truth}.");
        cells.Add((name, truth!.Value, printed));
        return cells.Count - 1;
    }

    public int Unprinted(string name, int truth) => Cell(name, truth, null);

    public void Sum(int total, params IEnumerable<int> parts)
    {
        var all = parts.ToList();
        Assert.Equal(cells[total].Truth, all.Sum(part => cells[part].Truth));
        equations.Add(all.ToDictionary(part => part, _ => -1.0).Append(new(total, 1)).ToDictionary(term => term.Key, term => term.Value));
    }

    /// <summary>The rest of a whole, when the numbers allow one.</summary>
    public void Rest(int whole, params IReadOnlyList<int> parts)
    {
        var rest = cells[whole].Truth - parts.Sum(part => cells[part].Truth);
        if (rest >= 0)
        {
            Sum(whole, [.. parts, Unprinted($"{cells[whole].Name} without {string.Join(" and ", parts.Select(part => cells[part].Name))}", rest)]);
        }
    }

    /// <summary>Numbers from 1 to below the minimum that only one value fits.</summary>
    public IReadOnlyList<string> Found(int minimum)
    {
        var low = cells.Select(cell => (double)(cell.Printed ?? 0)).ToArray();
        var high = cells.Select(cell => (double?)cell.Printed ?? Most).ToArray();
        List<(Dictionary<int, double> Terms, double Constant)> all = [.. equations.Select(equation => (equation, 0.0)), .. Eliminated()];
        for (var (round, isMoving) = (0, true); isMoving && round < 60; round++)
        {
            isMoving = false;
            foreach (var (terms, constant) in all)
            {
                foreach (var (cell, factor) in terms)
                {
                    var (least, most) = (constant, constant);
                    foreach (var (other, by) in terms.Where(term => term.Key != cell))
                    {
                        least -= by > 0 ? by * high[other] : by * low[other];
                        most -= by > 0 ? by * low[other] : by * high[other];
                    }

                    var (from, to) = factor > 0 ? (least / factor, most / factor) : (most / factor, least / factor);
                    (from, to) = (Math.Max(low[cell], Math.Ceiling(from - 1e-6)), Math.Min(high[cell], Math.Floor(to + 1e-6)));
                    isMoving |= from > low[cell] || to < high[cell];
                    (low[cell], high[cell]) = (from, to);
                }
            }
        }

        return [.. cells.Index().Where(one => one.Item.Truth > 0 && one.Item.Truth < minimum && high[one.Index] - low[one.Index] < 1).Select(one => $"{one.Item.Name} = {one.Item.Truth}")];
    }

    /// <summary>Gauss and Jordan over the unprinted cells.</summary>
    private List<(Dictionary<int, double> Terms, double Constant)> Eliminated()
    {
        var unknown = cells.Index().Where(cell => cell.Item.Printed is null).Select(cell => cell.Index).ToList();
        var rows = equations.Select(equation => unknown.Select(cell => equation.GetValueOrDefault(cell))
            .Append(-equation.Where(term => cells[term.Key].Printed is not null).Sum(term => term.Value * cells[term.Key].Printed!.Value)).ToArray()).ToList();
        var rank = 0;
        for (var column = 0; column < unknown.Count && rank < rows.Count; column++)
        {
            var pivot = Enumerable.Range(rank, rows.Count - rank).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[pivot][column]) < 1e-9)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            rows[rank] = [.. rows[rank].Select(value => value / rows[rank][column])];
            foreach (var row in Enumerable.Range(0, rows.Count).Where(row => row != rank && Math.Abs(rows[row][column]) > 1e-9))
            {
                var factor = rows[row][column];
                rows[row] = [.. rows[row].Zip(rows[rank], (value, by) => value - (factor * by))];
            }

            rank++;
        }

        return [.. rows.Take(rank).Select(row => (unknown.Index().Where(cell => Math.Abs(row[cell.Index]) > 1e-9).ToDictionary(cell => cell.Item, cell => row[cell.Index]), row[^1]))];
    }
}
