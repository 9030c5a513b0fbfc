namespace SscPipeline.Reporting.Statistics;

/// <summary>A straight line through points, by ordinary least squares.</summary>
internal static class LeastSquares
{
    /// <summary>Rise per unit of x; null when all points have the same x.</summary>
    public static decimal? Slope(IReadOnlyCollection<(int X, decimal Y)> points)
    {
        if (points.Count < 2)
        {
            return null;
        }

        var (x, y) = (points.Sum(point => (decimal)point.X) / points.Count, points.Sum(point => point.Y) / points.Count);
        var spread = points.Sum(point => (point.X - x) * (point.X - x));
        return spread == 0 ? null : points.Sum(point => (point.X - x) * (point.Y - y)) / spread;
    }
}
