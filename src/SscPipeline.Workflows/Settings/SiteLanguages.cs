using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using SscPipeline.Domain;

namespace SscPipeline.Workflows.Settings;

/// <summary>The settings <c>Ssc:Sites:{site}:Language</c>.</summary>
internal static class SiteLanguages
{
    /// <param name="sites">The section <c>Ssc:Sites</c>.</param>
    /// <exception cref="SettingException">A language is neither en nor zh, or what it is set for is no site.</exception>
    public static ImmutableDictionary<string, Language> Read(IConfigurationSection sites) => SiteSetting.Read(
        sites, "Language", "zh",
        (setting, text) => LanguageCode.TryParse(text) ?? throw new SettingException(
            setting, $"is '{text}'. Allowed are en (English) and zh (Chinese).", "zh"));
}
