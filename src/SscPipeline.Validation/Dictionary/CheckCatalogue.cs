using System.Collections.Frozen;
using System.Collections.Immutable;
using SscPipeline.Domain.Checking;

namespace SscPipeline.Validation.Dictionary;

/// <summary>All checks, by id.</summary>
public sealed class CheckCatalogue
{
    private readonly FrozenDictionary<string, CheckDefinition> byId;

    private CheckCatalogue(ImmutableArray<CheckDefinition> checks)
    {
        Checks = checks;
        byId = checks.ToFrozenDictionary(check => check.Id, StringComparer.Ordinal);
    }

    public ImmutableArray<CheckDefinition> Checks { get; }

    /// <exception cref="KeyNotFoundException">There is no such check.</exception>
    public CheckDefinition this[string id] => byId[id];

    internal static CheckCatalogue From(CsvTable checks, CsvTable chinese)
    {
        var texts = chinese.Lines.ToDictionary(line => line["id"], StringComparer.Ordinal);
        return new([.. checks.Lines.Select(line => Read(line, texts)).OrderBy(check => check.Id, StringComparer.Ordinal)]);
    }

    private static CheckDefinition Read(CsvLine line, Dictionary<string, CsvLine> chinese)
    {
        var check = new CheckDefinition(
            line["id"], line["title"], line["category"], line.Choice<Severity>("severity"), line.Choice<Withheld>("withholds"),
            line["threshold"], line["message"], line["fix"], line["source"], line["note"])
        {
            Chinese = chinese.TryGetValue(line["id"], out var texts)
                ? new CheckTexts(texts["title"], texts["message"], texts["fix"], texts["note"])
                : throw line.Broken("there is no Chinese text"),
        };

        var withholdsAsSevere = check.Severity switch
        {
            Severity.Fatal => check.Withholds == Withheld.File,
            Severity.Warning => check.Withholds == Withheld.Nothing,
            _ => check.Withholds != Withheld.File,
        };
        return withholdsAsSevere && check is { Title: not "", Message: not "", Fix: not "", Source: not "" }
            ? check
            : throw line.Broken("severity and withholds disagree, or title, message, fix or source is empty");
    }
}
