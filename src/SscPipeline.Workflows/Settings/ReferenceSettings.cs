using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using SscPipeline.Domain.LungFunction;

namespace SscPipeline.Workflows.Settings;

/// <summary>The settings <c>Ssc:ReferenceSet:*</c> and <c>Ssc:PercentPredicted</c>.</summary>
internal static class ReferenceSettings
{
    private const string Section = "Ssc:ReferenceSet";

    /// <exception cref="SettingException">A set is unknown or does not have the parameter, or the ethnicity is no code of GLI-2012.</exception>
    public static ReferenceChoice Read(IConfiguration configuration)
    {
        var preset = new ReferenceChoice();
        return new ReferenceChoice
        {
            Spirometry = Set("Spirometry", preset.Spirometry, ReferenceSet.GliGlobal2022, ReferenceSet.Gli2012, ReferenceSet.Jian2017),
            Transfer = Set("Transfer", preset.Transfer, ReferenceSet.Gli2017),
            Volumes = Set("Volumes", preset.Volumes, ReferenceSet.Gli2021),
            Ethnicity = Ethnicity(configuration[$"{Section}:Ethnicity"], preset.Ethnicity),
        };

        ReferenceSet Set(string name, ReferenceSet usual, params ReferenceSet[] allowed)
        {
            var text = configuration[$"{Section}:{name}"];
            var bare = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit));
            var found = Array.FindIndex(allowed, set => set.ToString().Equals(bare, StringComparison.OrdinalIgnoreCase));
            return bare.Length == 0 && string.IsNullOrEmpty(text) ? usual
                : found >= 0 ? allowed[found]
                : throw new SettingException(
                    $"{Section}:{name}", $"is '{text}'. Allowed {(allowed.Length == 1 ? "is" : "are")} {string.Join(", ", allowed)}.", usual.ToString());
        }
    }

    /// <returns><c>reported</c>, the default, or <c>recomputed</c>.</returns>
    /// <exception cref="SettingException">It is neither.</exception>
    public static string PercentPredicted(IConfiguration configuration) => configuration["Ssc:PercentPredicted"] switch
    {
        null or "" => "reported",
        var text when text.Equals("reported", StringComparison.OrdinalIgnoreCase) => "reported",
        var text when text.Equals("recomputed", StringComparison.OrdinalIgnoreCase) => "recomputed",
        var text => throw new SettingException("Ssc:PercentPredicted", $"is '{text}'. Allowed are reported (as the sites sent them) and recomputed.", "reported"),
    };

    /// <summary>The sets by name, as every summary shows them; the ethnicity code only where a set asks for it.</summary>
    public static ImmutableSortedDictionary<string, string> ForSummary(ReferenceChoice choice)
    {
        var names = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("referenceSetSpirometry", choice.Spirometry.Name())
            .Add("referenceSetTransfer", choice.Transfer.Name())
            .Add("referenceSetVolumes", choice.Volumes.Name());
        return choice.Spirometry == ReferenceSet.Gli2012
            ? names.Add("referenceSetEthnicity", choice.Ethnicity.ToString(CultureInfo.InvariantCulture))
            : names;
    }

    private static int Ethnicity(string? text, int usual) =>
        string.IsNullOrEmpty(text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 1 and <= 5 ? code
        : throw new SettingException(
            $"{Section}:Ethnicity",
            $"is '{text}'. It must be a code of GLI-2012: 1 Caucasian, 2 African-American, 3 North-East Asian, 4 South-East Asian, 5 other or mixed.",
            "4");
}
