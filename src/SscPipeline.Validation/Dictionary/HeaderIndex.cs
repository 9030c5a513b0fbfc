using System.Collections.Immutable;

namespace SscPipeline.Validation.Dictionary;

/// <summary>What a heading can mean: synonyms.csv, each also with every unit of its variable, and ambiguous.csv.</summary>
/// <remarks>Only exact matches count (after <see cref="TextForm.Heading"/>); likeness gives suggestions, never a mapping.</remarks>
internal sealed class HeaderIndex
{
    private readonly Dictionary<string, ImmutableArray<HeaderMeaning>> meanings;
    private readonly Dictionary<string, ImmutableArray<Variable>> ambiguous;
    private readonly ILookup<string, string> headings;

    public HeaderIndex(CsvTable synonyms, CsvTable ambiguousHeadings, DataDictionary dictionary, UnitTable units)
    {
        var plain = synonyms.Lines
            .Select(line => (Form: TextForm.Heading(line["header"]), Variable: Find(dictionary, line, line["variable"])))
            .Distinct()
            .ToList();
        var withUnit = new Dictionary<string, ImmutableArray<HeaderMeaning>>(plain.Count * 6, StringComparer.Ordinal);
        foreach (var (form, variable) in plain)
        {
            foreach (var (suffix, unit) in units.Of(variable))
            {
                var known = withUnit.GetValueOrDefault(form + suffix, []);
                if (!known.Any(meaning => meaning.Variable == variable))
                {
                    withUnit[form + suffix] = known.Add(new HeaderMeaning(variable, unit));
                }
            }
        }

        foreach (var heading in plain.GroupBy(synonym => synonym.Form, StringComparer.Ordinal))
        {
            var known = withUnit.GetValueOrDefault(heading.Key, []);
            withUnit[heading.Key] =
                [.. heading.Select(synonym => known.FirstOrDefault(meaning => meaning.Variable == synonym.Variable) ?? new HeaderMeaning(synonym.Variable, null))];
        }

        ambiguous = ambiguousHeadings.Lines.ToDictionary(
            line => TextForm.Heading(line["header"]),
            line => line.List("variables").Select(name => Find(dictionary, line, name)).ToImmutableArray(),
            StringComparer.Ordinal);
        meanings = withUnit;
        foreach (var heading in ambiguous.Keys)
        {
            meanings.Remove(heading);
        }

        headings = synonyms.Lines.ToLookup(line => line["variable"], line => line["header"], StringComparer.Ordinal);
        Plain = [.. plain.DistinctBy(synonym => synonym.Form)];
    }

    /// <summary>Synonyms without units, for suggestions.</summary>
    public ImmutableArray<(string Form, Variable Variable)> Plain { get; }

    /// <summary>Every heading of a variable as synonyms.csv has it, without those that differ only in case or signs.</summary>
    public IEnumerable<string> Of(Variable variable) => headings[variable.Name].DistinctBy(TextForm.Heading);

    /// <summary>Empty when the heading is not known; several when the table decides.</summary>
    public ImmutableArray<HeaderMeaning> Meanings(string form) => meanings.GetValueOrDefault(form, []);

    /// <summary>What a heading could be that is never mapped; empty for any other.</summary>
    public ImmutableArray<Variable> Candidates(string form) => ambiguous.GetValueOrDefault(form, []);

    private static Variable Find(DataDictionary dictionary, CsvLine line, string name) =>
        dictionary.Find(name) ?? throw line.Broken($"there is no variable '{name}'");
}
