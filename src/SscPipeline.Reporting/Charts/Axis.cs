using System.Globalization;

namespace SscPipeline.Reporting.Charts;

/// <summary>Maps values to the coordinates of a drawing. Coordinates have one decimal, so that a drawing has the same bytes everywhere.</summary>
/// <param name="Low">The value at <paramref name="From"/>.</param>
/// <param name="High">The value at <paramref name="To"/>; above <paramref name="Low"/>.</param>
internal sealed record Axis(double Low, double High, double From, double To)
{
    private static readonly double[] Steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

    /// <summary>Holds all values and ends at round ones. Equal values, or none, get room on either side.</summary>
    public static Axis Around(IEnumerable<double> values, double from, double to)
    {
        double[] all = [.. values];
        var (low, high) = all.Length == 0 ? (0, 1) : (all.Min(), all.Max());
        (low, high) = low == high ? (low - 1, high + 1) : (low, high);
        var step = StepFor(high - low);
        return new Axis(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, from, to);
    }

    /// <summary>The coordinate of a value; of one beyond the ends, that of the end.</summary>
    public string At(double value) => Text(Position(value));

    public double Position(double value) => From + ((Math.Clamp(value, Low, High) - Low) / (High - Low) * (To - From));

    /// <summary>Round values from low to high, at most seven of them.</summary>
    public IEnumerable<double> Ticks()
    {
        var step = StepFor(High - Low);
        for (var tick = Math.Ceiling(Low / step); tick <= High / step; tick++)
        {
            yield return tick * step;
        }
    }

    public static string Text(double coordinate) => Math.Round(coordinate, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A tick for people: no noise of binary fractions, a true minus sign.</summary>
    public static string Label(double tick) => Math.Round(tick, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    private static double StepFor(double span) => Steps.FirstOrDefault(step => span / step <= 6, Steps[^1]);
}
