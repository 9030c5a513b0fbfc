using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SscPipeline.LocalHost.Binding;

/// <summary>The path of a blob trigger: a container, and a name in which tokens in braces take as much as they can, slashes too.</summary>
internal sealed partial class BlobPattern
{
    private readonly Regex name;

    private BlobPattern(string container, string prefix, Regex name, ImmutableArray<string> tokens) =>
        (Container, Prefix, this.name, Tokens) = (container, prefix, name, tokens);

    public string Container { get; }

    /// <summary>What every matching name starts with.</summary>
    public string Prefix { get; }

    public ImmutableArray<string> Tokens { get; }

    /// <exception cref="InvalidOperationException">There is no name after the container.</exception>
    public static BlobPattern Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || slash == path.Length - 1)
        {
            throw new InvalidOperationException($"The blob path '{path}' needs a container and a name, such as submissions/{{name}}.");
        }

        var pattern = path[(slash + 1)..];
        var tokens = Token().Matches(pattern).Select(match => match.Groups["token"].Value).ToImmutableArray();
        var literals = Token().Split(pattern).Where((_, index) => index % 2 == 0).Select(Regex.Escape).ToArray();
        var expression = "^" + literals[0] + string.Concat(tokens.Select((token, index) => $"(?<{token}>.+){literals[index + 1]}")) + "$";
        return new BlobPattern(
            path[..slash],
            pattern.Split('{')[0],
            new Regex(expression, RegexOptions.Singleline | RegexOptions.CultureInvariant),
            tokens);
    }

    /// <summary>The value of each token; null when the name does not fit.</summary>
    public ImmutableDictionary<string, string>? Match(string blobName) =>
        name.Match(blobName) is { Success: true } match
            ? Tokens.ToImmutableDictionary(token => token, token => match.Groups[token].Value)
            : null;

    [GeneratedRegex(@"\{(?<token>[A-Za-z][A-Za-z0-9_]*)\}")]
    private static partial Regex Token();
}
