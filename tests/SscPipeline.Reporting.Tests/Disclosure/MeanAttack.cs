using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Adds and subtracts the printed means until the mean of a few is left. This attacker even knows who is in which group.</summary>
/// <remarks>A mean times its n is a row of ones over persons and visits; a change has minus one at baseline. Any mean that follows from them lies in the
/// space of these rows. Persons who are in the same groups cannot be told apart, so they are one column.</remarks>
internal static class MeanAttack
{
    public static IReadOnlyList<string> On(ImmutableArray<SiteData> sites, Summary shown, int minimum)
    {
        var cohort = new Cohort(sites.Select(SiteFigures.Of), DateOnly.FromDateTime(shown.CutOff.UtcDateTime));
        return [.. shown.Measures.SelectMany(measure => Of(cohort, measure, minimum).Select(found => $"{measure.Variable}, {found}"))];
    }

    private static IEnumerable<string> Of(Cohort cohort, Measure measure, int minimum)
    {
        var equations = new List<Dictionary<(int Month, int Person), double>>();
        foreach (var row in measure.Rows)
        {
            var visit = VisitSchedule.Visits.Single(one => one.Month == row.Month);
            var seen = cohort.Subjects.Index().Where(one => one.Item.At(visit, WindowRule.Strict, measure.Variable) is not null).ToList();
            if (row.Mean is not null)
            {
                equations.Add(seen.ToDictionary(one => (row.Month, one.Index), _ => 1.0));
            }

            if (row.Change?.Mean is not null)
            {
                var paired = seen.Where(one => one.Item.Baseline(measure.Variable) is not null).ToList();
                equations.Add(paired.Select(one => ((row.Month, one.Index), 1.0)).Concat(paired.Select(one => ((0, one.Index), -1.0))).ToDictionary(term => term.Item1, term => term.Item2));
            }
        }

        var columns = equations.SelectMany(equation => equation.Keys).Distinct()
            .GroupBy(cell => $"{cell.Month}: {string.Join(' ', equations.Select(equation => equation.GetValueOrDefault(cell)))}")
            .Select(group => (Month: group.First().Month, Size: group.Count(), Values: equations.Select(equation => equation.GetValueOrDefault(group.First())).ToArray()))
            .ToList();
        var basis = Basis(Enumerable.Range(0, equations.Count).Select(row => columns.Select(column => column.Values[row]).ToArray()));
        foreach (var (index, one) in columns.Index().Where(column => column.Item.Size < minimum))
        {
            if (Follows(basis, columns.Count, index))
            {
                yield return $"month {one.Month}: {one.Size}";
            }

            foreach (var other in Enumerable.Range(index + 1, columns.Count - index - 1).Where(other => columns[other].Month == one.Month && columns[other].Size + one.Size < minimum))
            {
                if (Follows(basis, columns.Count, index, other))
                {
                    yield return $"month {one.Month}: {one.Size + columns[other].Size}";
                }
            }
        }
    }

    private static bool Follows(List<(int Pivot, double[] Row)> basis, int width, params ReadOnlySpan<int> ones)
    {
        var target = new double[width];
        foreach (var one in ones)
        {
            target[one] = 1;
        }

        return !Reduce(basis, target).Any(value => Math.Abs(value) > 1e-7);
    }

    private static List<(int Pivot, double[] Row)> Basis(IEnumerable<double[]> rows)
    {
        var basis = new List<(int, double[])>();
        foreach (var row in rows)
        {
            var rest = Reduce(basis, row);
            var pivot = Array.FindIndex(rest, value => Math.Abs(value) > 1e-7);
            if (pivot >= 0)
            {
                basis.Add((pivot, [.. rest.Select(value => value / rest[pivot])]));
            }
        }

        return basis;
    }

    private static double[] Reduce(List<(int Pivot, double[] Row)> basis, double[] row)
    {
        var rest = (double[])row.Clone();
        foreach (var (pivot, by) in basis.Where(one => rest.Length > one.Pivot))
        {
            var factor = rest[pivot];
            for (var i = 0; factor != 0 && i < rest.Length; i++)
            {
                rest[i] -= factor * by[i];
            }
        }

        return rest;
    }
}
