using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Settings;

/// <summary>The settings <c>Ssc:Sites:{site}:Language</c>.</summary>
internal static class SiteLanguages
{
    /// <param name="sites">The section <c>Ssc:Sites</c>.</param>
    /// <exception cref="SettingException">A language is neither en nor zh, or what it is set for is no site.</exception>
    public static ImmutableDictionary<string, Language> Read(IConfigurationSection sites) => sites.GetChildren()
        .Where(site => site["Language"] is { Length: > 0 })
        .ToImmutableDictionary(
            site => SiteCode.TryParse(site.Key)?.Value ?? throw new SettingException(
                $"{site.Path}:Language", $"is about '{site.Key}', which is no site code (1 to 63 lower-case letters, digits and hyphens).", "zh"),
            site => LanguageCode.TryParse(site["Language"]) ?? throw new SettingException(
                $"{site.Path}:Language", $"is '{site["Language"]}'. Allowed are en (English) and zh (Chinese).", "zh"),
            StringComparer.Ordinal);
}
