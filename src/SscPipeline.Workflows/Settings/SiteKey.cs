using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Settings;

/// <summary>A key that was just made. The site keeps the key, the settings keep its hash, and nobody keeps both.</summary>
/// <param name="Key">256 random bits: too many to be guessed, so that a plain hash protects them.</param>
/// <param name="Hash">SHA-256 in lower-case hex, for <c>Ssc:Sites:{site}:KeyHash</c>.</param>
public sealed record SiteKey(string Key, string Hash)
{
    internal const string Example = "<the 64 digits that 'ssc site-key --site ID' prints>";

    private const int RandomBytes = 32;

    /// <summary>As an environment variable or an app setting is named: with underscores for the hyphens of the site, which are not allowed there.</summary>
    public static string SettingOf(SiteCode site) => $"Ssc__Sites__{site.Value.Replace('-', '_')}__KeyHash";

    public static SiteKey Make() => Of(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes)));

    public static SiteKey Of(string key) => new(key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
