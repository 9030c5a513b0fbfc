using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Response of the skin: a decrease of more than 5 points (5 itself is none) and of at least 25 % of baseline.</summary>
/// <remarks>Source: doi:10.1136/annrheumdis-2015-208024, made for baseline scores of 7 and more.</remarks>
internal static class SkinResponse
{
    public const decimal SmallestBaseline = 7;

    public static bool IsResponder(decimal baseline, decimal current)
    {
        var decrease = baseline - current;
        return Precision.Rounded(decrease) > 5 && Precision.Rounded(decrease - (0.25m * baseline)) >= 0;
    }

    /// <summary>By this many points or more.</summary>
    public static bool FallsBy(decimal points, decimal baseline, decimal current) => Precision.Rounded(baseline - current) >= points;

    /// <summary>Worse by more than 5 points and by at least 25 % of baseline.</summary>
    public static bool IsProgressor(decimal baseline, decimal current)
    {
        var increase = current - baseline;
        return Precision.Rounded(increase) > 5 && Precision.Rounded(increase - (0.25m * baseline)) >= 0;
    }
}
