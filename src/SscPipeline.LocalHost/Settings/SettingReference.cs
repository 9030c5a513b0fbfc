using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace SscPipeline.LocalHost.Settings;

/// <summary>The <c>%Name%</c> in trigger attributes, which stands for a setting.</summary>
internal static partial class SettingReference
{
    public static string Resolve(string text, IConfiguration configuration) =>
        Reference().Replace(text, match =>
            configuration[match.Groups["name"].Value] is { Length: > 0 } value
                ? value
                : throw WrongSetting.Of(match.Groups["name"].Value, "is missing", "0 0 6 * * 1"));

    /// <summary>The setting that a text consists of; the text itself when it is not such a reference.</summary>
    public static string NameIn(string text) => Reference().Match(text) is { Success: true } match ? match.Groups["name"].Value : text;

    [GeneratedRegex("%(?<name>[^%]+)%")]
    private static partial Regex Reference();
}
