namespace SscPipeline.Validation.Dictionary;

/// <summary>What sites write for a code (codes.csv), by list.</summary>
internal sealed class CodeTable
{
    private readonly Dictionary<string, Dictionary<string, string>> byList;

    public CodeTable(CsvTable codes) =>
        byList = codes.Lines
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

    /// <summary>A word for "not performed" and the like.</summary>
    public bool IsMissing(string text) => byList["missing"].ContainsKey(TextForm.Code(text));

    /// <summary>The nominal month that a visit's name stands for, empty for a visit without one; null for any other text.</summary>
    public string? Visit(string name) => byList["visit"].GetValueOrDefault(TextForm.Code(name));
}
