using System.Globalization;

namespace SscPipeline.Reporting.Charts;

/// <summary>Maps values to the coordinates of a drawing. Coordinates have one decimal, so that a drawing has the same bytes everywhere.</summary>
internal sealed record Axis(double Low, double High, double From, double To)
{
    public string At(double value) => Text(From + ((value - Low) / (High - Low) * (To - From)));

    /// <summary>Round values from low to high, at most nine of them.</summary>
    public IEnumerable<double> Ticks()
    {
        double[] steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
        var step = steps.FirstOrDefault(one => (High - Low) / one <= 8, steps[^1]);
        for (var tick = Math.Ceiling(Low / step) * step; tick <= High; tick += step)
        {
            yield return tick;
        }
    }

    public static string Text(double coordinate) => Math.Round(coordinate, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
