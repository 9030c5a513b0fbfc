using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SscPipeline.Workflows.Settings;

/// <summary>All settings that there are: the names that <c>local.settings.sample.json</c> explains.</summary>
/// <remarks>In a name <c>{a|b}</c> is one of these, and <c>{word}</c> anything without a colon.</remarks>
public static partial class SettingNames
{
    /// <summary>With this many letters wrong, two names are not alike any more.</summary>
    private const int Alike = 3;

    private static readonly string[] Connections = [ConnectionNames.Data, ConnectionNames.Inbox, ConnectionNames.Host];

    /// <summary>As they stand in the sample.</summary>
    public static ImmutableArray<string> Explained { get; } = Read();

    private static readonly ImmutableArray<Regex> Patterns =
        [.. Explained.Select(name => new Regex($"^{Placeholder().Replace(Regex.Escape(Colons(name)).Replace(@"\{", "{", StringComparison.Ordinal).Replace(@"\|", "|", StringComparison.Ordinal), Alternatives)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))];

    /// <param name="name">With colons or double underscores.</param>
    public static bool IsKnown(string name) => Patterns.Any(pattern => pattern.IsMatch(Colons(name)));

    /// <summary>Whether a name looks as if it were meant for this program: ours, or one letter or two beside a connection's.</summary>
    /// <remarks>Names like <c>SSC_CORPUS</c> are the tests' own.</remarks>
    public static bool IsMeantForUs(string name)
    {
        var first = Colons(name).Split(':')[0];
        return (first.StartsWith("Ssc", StringComparison.OrdinalIgnoreCase) && !first.StartsWith("SSC_", StringComparison.Ordinal))
            || Connections.Any(connection => Distance(first, connection) is 1 or 2);
    }

    /// <summary>The known name that this one was probably meant to be, with double underscores; null when none is near.</summary>
    public static string? Nearest(string name)
    {
        var wanted = Colons(name);
        var (nearest, distance) = Explained
            .SelectMany(explained => Spelled(Colons(explained), wanted))
            .Select(known => (Known: known, Distance: Distance(wanted.ToUpperInvariant(), known.ToUpperInvariant())))
            .MinBy(candidate => candidate.Distance);
        return distance <= Alike ? nearest.Replace(":", "__", StringComparison.Ordinal) : null;
    }

    /// <summary>Every name that a pattern stands for; what may be chosen freely is taken from the name that was given.</summary>
    private static List<string> Spelled(string pattern, string given)
    {
        var names = new List<string> { "" };
        var parts = given.Split(':');
        foreach (var (segment, at) in pattern.Split(':').Select((segment, at) => (segment, at)))
        {
            string[] choices = segment.Contains('|', StringComparison.Ordinal) ? segment.Trim('{', '}').Split('|')
                : segment.StartsWith('{') ? [parts.ElementAtOrDefault(at) ?? "x"]
                : [segment];
            names = [.. from name in names from choice in choices select name.Length == 0 ? choice : $"{name}:{choice}"];
        }

        return names;
    }

    private static string Colons(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    private static string Alternatives(Match placeholder) =>
        placeholder.Value.Contains('|', StringComparison.Ordinal) ? $"({placeholder.Value.Trim('{', '}')})" : "[^:]+";

    /// <summary>Letters to add, drop or change to make one of the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static ImmutableArray<string> Read()
    {
        using var sample = typeof(SettingNames).Assembly.GetManifestResourceStream("local.settings.sample.json")!;
        using var json = JsonDocument.Parse(sample);
        return [.. json.RootElement.GetProperty("//").EnumerateObject().Select(line => line.Name).Where(name => !name.Contains(' ', StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
