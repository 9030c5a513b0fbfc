namespace SscPipeline.Domain.LungFunction;

/// <summary>Spline contributions to L, ln M and ln S by age.</summary>
internal sealed class AgeSpline
{
    private readonly double[] ages;
    private readonly double[] l;
    private readonly double[] m;
    private readonly double[] s;

    public AgeSpline(IEnumerable<NumberRow> rows)
    {
        var byAge = rows.OrderBy(row => row["age"]).ToList();
        ages = [.. byAge.Select(row => row["age"])];
        l = [.. byAge.Select(row => row["Lspline"])];
        m = [.. byAge.Select(row => row["Mspline"])];
        s = [.. byAge.Select(row => row["Sspline"])];
    }

    public double FirstAge => ages[0];

    /// <param name="age">From the first to the last row's age.</param>
    public (double L, double M, double S) At(double age)
    {
        var found = Array.BinarySearch(ages, age);
        if (found >= 0)
        {
            return (l[found], m[found], s[found]);
        }

        var above = ~found;
        var share = (age - ages[above - 1]) / (ages[above] - ages[above - 1]);
        return (Between(l), Between(m), Between(s));

        double Between(double[] of) => of[above - 1] + (share * (of[above] - of[above - 1]));
    }
}
