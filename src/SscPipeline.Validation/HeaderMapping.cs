using System.Collections.Frozen;
using System.Collections.Immutable;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation;

/// <summary>A site's own headings and the variables they stand for. What the dictionary knows by itself is never mapped.</summary>
public sealed class HeaderMapping
{
    /// <summary>In the place of a variable: the column is left out and nobody is told.</summary>
    public const string Ignore = "ignore";

    private readonly FrozenDictionary<string, string> canonicalByForm;

    private HeaderMapping(IEnumerable<(string Canonical, string Header)> lines)
    {
        Lines = [.. lines];
        canonicalByForm = Lines.ToFrozenDictionary(line => TextForm.Heading(line.Header), line => line.Canonical, StringComparer.Ordinal);
    }

    public static HeaderMapping None { get; } = new([]);

    public ImmutableArray<(string Canonical, string Header)> Lines { get; }

    /// <summary>Why a site's mapping is not used, in words; empty for one that is.</summary>
    public ImmutableArray<string> Problems { get; private init; } = [];

    /// <summary>Maps nothing, and says in every receipt why.</summary>
    public static HeaderMapping Unusable(ImmutableArray<string> problems) => new([]) { Problems = problems };

    /// <summary>Reads lines of <c>canonical,header</c>, with or without this very heading.</summary>
    /// <returns>The mapping, or everything that is wrong with it, in words.</returns>
    public static (HeaderMapping? Mapping, ImmutableArray<string> Problems) Parse(string csv, DataDictionary dictionary)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(dictionary);
        var problems = ImmutableArray.CreateBuilder<string>();
        var lines = new List<(string Canonical, string Header)>();
        foreach (var (number, cells) in CsvText.Split(csv.TrimStart('\uFEFF')))
        {
            var texts = cells.Select(TextForm.Clean).ToArray();
            if (texts is ["canonical", "header"] || texts.All(text => text.Length == 0))
            {
                continue;
            }

            if (Problem(texts, dictionary, lines) is { } problem)
            {
                problems.Add($"Line {Tables.Shown.Of(number)}: {problem}.");
            }
            else
            {
                lines.Add((texts[0], texts[1]));
            }
        }

        return problems.Count == 0 ? (new HeaderMapping(lines), []) : (null, problems.ToImmutable());
    }

    /// <summary>As a file that <see cref="Parse"/> reads back.</summary>
    public string ToCsv() =>
        string.Concat(Lines.Select(line => $"{line.Canonical},\"{line.Header.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n").Prepend("canonical,header\n"));

    /// <summary>A canonical name or <see cref="Ignore"/>; null when the heading is not mapped.</summary>
    internal string? Find(string heading) => canonicalByForm.GetValueOrDefault(TextForm.Heading(heading));

    private static string? Problem(string[] cells, DataDictionary dictionary, List<(string Canonical, string Header)> before) => cells switch
    {
        not [_, _] => $"there are {Tables.Shown.Of(cells.Length)} cells; it must be a variable, a comma and the heading",
        [_, var header] when TextForm.Heading(header).Length == 0 => "the heading is empty",
        [var canonical, _] when canonical != Ignore && dictionary.Find(canonical) is null =>
            $"there is no variable \"{canonical}\"; 'ssc dictionary' lists them, and \"ignore\" leaves a column out",
        [_, var header] when before.Any(line => TextForm.Heading(line.Header) == TextForm.Heading(header)) => $"the heading \"{header}\" is mapped twice",
        _ => null,
    };
}
