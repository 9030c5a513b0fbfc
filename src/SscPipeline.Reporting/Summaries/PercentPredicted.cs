using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Which % predicted the study counts: as the sites sent it, or recomputed with one set of equations.</summary>
internal static class PercentPredicted
{
    private const string Setting = "percentPredicted";

    /// <exception cref="ArgumentException">The setting is neither <c>reported</c> nor <c>recomputed</c>.</exception>
    public static bool IsRecomputed(ImmutableSortedDictionary<string, string> settings) => settings.GetValueOrDefault(Setting) switch
    {
        null or "reported" => false,
        "recomputed" => true,
        var unknown => throw new ArgumentException($"The setting {Setting} is '{unknown}': use 'reported' or 'recomputed'.", nameof(settings)),
    };

    /// <summary>The reported % predicted or its recomputed sister.</summary>
    public static string Variable(string reported, bool isRecomputed) => isRecomputed ? Recomputed(reported) : reported;

    public static string Recomputed(string reported) => $"{reported}_recomputed";
}
