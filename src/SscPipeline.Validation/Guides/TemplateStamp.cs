using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SscPipeline.Domain;
using SscPipeline.Domain.Guides;

namespace SscPipeline.Validation.Guides;

/// <summary>What stands hidden in a template: the version of the dictionary, the language, and a digest of the columns, which tells whether
/// the template of another version is the same.</summary>
internal sealed partial record TemplateStamp(string Version, Language Language, string Digest)
{
    public override string ToString() => $"{Version} {LanguageCode.Of(Language)} {Digest}";

    /// <summary>Null for anything else; what stands in a file may have been changed by anybody.</summary>
    public static TemplateStamp? TryParse(string text) =>
        Pattern().Match(text) is { Success: true } match && LanguageCode.TryParse(match.Groups["language"].Value) is { } language
            ? new TemplateStamp(match.Groups["version"].Value, language, match.Groups["digest"].Value)
            : null;

    /// <summary>The beginning of a hash of everything that somebody who fills in the tables can see or choose.</summary>
    public static string DigestOf(IEnumerable<TemplateTable> tables)
    {
        var all = new StringBuilder();
        foreach (var column in tables.SelectMany(table => table.Columns))
        {
            all.AppendJoin('\u001F', column.Variable, column.Heading, column.Entry, column.Need, column.Prompt, column.Min, column.Max, string.Join('|', column.Choices)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..8];
    }

    [GeneratedRegex(@"^(?<version>\d{4}\.\d{2}-\d{1,3}\+[0-9a-f]{8}) (?<language>[a-z]{2}) (?<digest>[0-9a-f]{8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
