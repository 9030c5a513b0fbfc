using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Settings;

/// <summary>What is set site by site: <c>Ssc:Sites:{site}:{name}</c>.</summary>
/// <remarks>In the name of an app setting on Linux, and of a variable in a shell, a site's hyphens are written as underscores, since hyphens are not allowed
/// there. No site code holds an underscore, so both spellings name one site.</remarks>
internal static class SiteSetting
{
    /// <param name="sites">The section <c>Ssc:Sites</c>.</param>
    /// <param name="parse">From the setting's full name and its value.</param>
    /// <exception cref="SettingException">What it is set for is no site, or it is set twice for one.</exception>
    public static ImmutableDictionary<string, T> Read<T>(IConfigurationSection sites, string name, string example, Func<string, string, T> parse)
    {
        var bySite = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var section in sites.GetChildren())
        {
            if (section[name] is not { Length: > 0 } text)
            {
                continue;
            }

            var setting = $"{section.Path}:{name}";
            var site = SiteCode.TryParse(section.Key.Replace('_', '-')) ?? throw new SettingException(
                setting, $"is about '{section.Key}', which is no site code (1 to 63 lower-case letters, digits and hyphens).", example);
            if (!bySite.TryAdd(site.Value, parse(setting, text)))
            {
                throw new SettingException(setting, $"is there twice for site {site.Value}, with hyphens and with underscores.", example);
            }
        }

        return bySite.ToImmutable();
    }
}
