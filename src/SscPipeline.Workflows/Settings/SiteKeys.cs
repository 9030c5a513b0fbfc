using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Settings;

/// <summary>The settings <c>Ssc:Sites:{site}:KeyHash</c>: which key opens which site over HTTP. Only hashes of keys are known here.</summary>
/// <remarks>A site without a hash is closed. A guess at an unknown site costs as much work as one at a known site, and tells as little.</remarks>
public sealed class SiteKeys
{
    /// <summary>Of one site at one time, so that a key can be changed without a gap.</summary>
    public const int Most = 4;

    private const int LongestKey = 512;

    /// <summary>Stands where a site has fewer hashes, or none. It opens nothing, whatever its preimage.</summary>
    private static readonly byte[] Decoy = new byte[SHA256.HashSizeInBytes];

    private readonly ImmutableDictionary<string, ImmutableArray<byte[]>> hashes;

    private SiteKeys(ImmutableDictionary<string, ImmutableArray<byte[]>> hashes) => this.hashes = hashes;

    public static SiteKeys None { get; } = new(ImmutableDictionary<string, ImmutableArray<byte[]>>.Empty);

    /// <param name="sites">The section <c>Ssc:Sites</c>.</param>
    /// <exception cref="SettingException">A hash is not one, there are too many, or what it is set for is no site.</exception>
    public static SiteKeys Read(IConfigurationSection sites) =>
        new(SiteSetting.Read(sites, "KeyHash", SiteKey.Example, Parse));

    /// <param name="site">As a request has it: anything.</param>
    /// <param name="key">As a request has it; empty when it has none.</param>
    /// <returns>The site that the key opens; null when it does not open this one.</returns>
    public SiteCode? Open(string site, string key)
    {
        var isKnown = hashes.TryGetValue(site, out var known);
        var presented = SHA256.HashData(Encoding.UTF8.GetBytes(key[..Math.Min(key.Length, LongestKey)]));
        var opens = false;
        for (var at = 0; at < Most; at++)
        {
            var isReal = isKnown && at < known.Length;
            opens |= CryptographicOperations.FixedTimeEquals(presented, isReal ? known[at] : Decoy) & isReal;
        }

        return opens & key.Length is > 0 and <= LongestKey ? SiteCode.TryParse(site) : null;
    }

    private static ImmutableArray<byte[]> Parse(string setting, string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is > 0 and <= Most && parts.All(IsHash)
            ? [.. parts.Select(Convert.FromHexString)]
            : throw new SettingException(
                setting,
                $"does not hold the SHA-256 of a key: 64 hexadecimal digits, or up to {Most} of them with semicolons between. 'ssc site-key' makes a key and prints this setting.",
                SiteKey.Example);
    }

    private static bool IsHash(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigit);
}
