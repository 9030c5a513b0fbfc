using SscPipeline.Domain;

namespace SscPipeline.Validation.Dictionary;

/// <summary>What sites write for a code (codes.csv), by list.</summary>
internal sealed class CodeTable(CsvTable codes)
{
    private readonly Dictionary<string, Dictionary<string, string>> byList = codes.Lines
            .GroupBy(line => line["list"], StringComparer.Ordinal)
            .ToDictionary(
                list => list.Key,
                list => list.DistinctBy(line => TextForm.Code(line["value"])).ToDictionary(
                    line => TextForm.Code(line["value"]), line => line["code"], StringComparer.Ordinal),
                StringComparer.Ordinal);

    /// <summary>The canonical code; null when none of the lists knows the text.</summary>
    public string? Find(Variable variable, string text)
    {
        var form = TextForm.Code(text);
        foreach (var list in variable.CodeLists)
        {
            if (byList[list].TryGetValue(form, out var code))
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The codes of a variable, those of names of visits included, which are months.</summary>
    public IEnumerable<string> Codes(Variable variable) => variable.CodeLists
        .Reverse()
        .SelectMany(list => codes.Lines.Where(line => line["list"] == list && line["code"].Length > 0))
        .Select(line => line["code"])
        .Distinct(StringComparer.Ordinal);

    /// <summary>Everything that is accepted for a code, in the order of the file.</summary>
    public IEnumerable<string> Spellings(Variable variable, string code) => Lines(variable, code).Select(line => line["value"]);

    /// <summary>What a list should offer for a code.</summary>
    /// <exception cref="InvalidOperationException">There is no spelling in the language.</exception>
    public string FirstSpelling(Variable variable, string code, Language language) =>
        Lines(variable, code).FirstOrDefault(line => line["lang"] == LanguageCode.Of(language))?["value"]
        ?? throw new InvalidOperationException($"codes.csv has no {language} spelling of '{code}' for '{variable.Name}'.");

    /// <summary>A word for "not performed" and the like.</summary>
    public bool IsMissing(string text) => byList["missing"].ContainsKey(TextForm.Code(text));

    /// <summary>The nominal month that a visit's name stands for, empty for a visit without one; null for any other text.</summary>
    public string? Visit(string name) => byList["visit"].GetValueOrDefault(TextForm.Code(name));

    /// <summary>The general list before the special one, without what the special one takes for another code.</summary>
    private IEnumerable<CsvLine> Lines(Variable variable, string code) => variable.CodeLists
        .Reverse()
        .SelectMany(list => codes.Lines.Where(line => line["list"] == list && line["code"] == code))
        .Where(line => Find(variable, line["value"]) == code)
        .DistinctBy(line => TextForm.Code(line["value"]));
}
