using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Response of the lung by relative change of FVC and DLCO % predicted. OMERACT (doi:10.3899/jrheum.141182) defines
/// worsening; improvement is its mirror image.</summary>
internal static class LungResponse
{
    /// <summary>Relative change in percent of baseline, which is above 0.</summary>
    public static decimal Relative(decimal baseline, decimal current) => 100 * (current - baseline) / baseline;

    public static ResponseCategory Category(decimal fvcRelative, decimal? dlcoRelative)
    {
        var fvc = Precision.Rounded(fvcRelative);
        var dlco = dlcoRelative is { } relative ? Precision.Rounded(relative) : (decimal?)null;
        return fvc switch
        {
            <= -10 => ResponseCategory.Worsened,
            >= 10 => ResponseCategory.Improved,
            (<= -5 or >= 5) when dlco is null => ResponseCategory.Indeterminate,
            <= -5 when dlco <= -15 => ResponseCategory.Worsened,
            >= 5 when dlco >= 15 => ResponseCategory.Improved,
            _ => ResponseCategory.Stable,
        };
    }

    public static ResponseCategory Mcid(decimal fvcAbsolute) => Precision.Rounded(fvcAbsolute) switch
    {
        >= 3 => ResponseCategory.Improved,
        <= -3 => ResponseCategory.Worsened,
        _ => ResponseCategory.Stable,
    };

    public static bool MeetsPpfPhysiology(decimal fvcAbsolute, decimal? dlcoAbsolute) =>
        Precision.Rounded(fvcAbsolute) <= -5 || (dlcoAbsolute is { } dlco && Precision.Rounded(dlco) <= -10);
}
