using SscPipeline.Domain;
using SscPipeline.Validation.Recognising;

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
    /// <summary>The code whose spelling is nearest, at most a quarter of the letters away; null when none is, or when two codes are as near.</summary>
    public string? Nearest(Variable variable, string text)
    {
        var form = TextForm.Code(text);
        var within = Math.Max(1, form.Length / 4);
        var near = variable.CodeLists
            .SelectMany(list => byList[list])
            .Where(spelling => form.Length >= 4 && spelling.Key.Length >= 3 && Math.Abs(spelling.Key.Length - form.Length) <= within)
            .Select(spelling => (Code: spelling.Value, Distance: Suggestion.Distance(form, spelling.Key)))
            .Where(spelling => spelling.Distance <= within)
            .GroupBy(spelling => spelling.Distance)
            .MinBy(same => same.Key);
        return near?.Select(spelling => spelling.Code).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
    }

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
