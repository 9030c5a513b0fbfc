namespace SscPipeline.Validation.Dictionary;

/// <summary>Which units are accepted for which variable (units.csv).</summary>
internal sealed class UnitTable
{
    private readonly Dictionary<string, Dictionary<string, UnitConversion>> byVariable;
    private readonly HashSet<string> spellings;

    public UnitTable(CsvTable units, DataDictionary dictionary)
    {
        byVariable = dictionary.Variables.ToDictionary(
            variable => variable.Name,
            variable => units.Lines
                .Where(line => line["unit"] == variable.Unit && (line["variables"].Length == 0 || line.List("variables").Contains(variable.Name)))
                .Select(UnitConversion.Read)
                .DistinctBy(unit => TextForm.Heading(unit.Spelling))
                .ToDictionary(unit => TextForm.Heading(unit.Spelling), StringComparer.Ordinal),
            StringComparer.Ordinal);
        spellings = units.Lines.Select(line => TextForm.Heading(line["accepted"])).ToHashSet(StringComparer.Ordinal);
    }

    public UnitConversion? Find(Variable variable, string spelling) =>
        byVariable[variable.Name].GetValueOrDefault(TextForm.Heading(spelling));

    /// <summary>By the form in which headings are compared.</summary>
    public IReadOnlyDictionary<string, UnitConversion> Of(Variable variable) => byVariable[variable.Name];

    /// <summary>It is a unit of some variable.</summary>
    public bool IsUnit(string text) => spellings.Contains(TextForm.Heading(text));
}
