using System.Collections.Frozen;
using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Dictionary;

/// <summary>All variables that are collected, in the order of dictionary.csv.</summary>
public sealed class DataDictionary
{
    private readonly FrozenDictionary<string, Variable> byName;

    private DataDictionary(ImmutableArray<Variable> variables)
    {
        Variables = variables;
        byName = variables.ToFrozenDictionary(variable => variable.Name, StringComparer.Ordinal);
    }

    public ImmutableArray<Variable> Variables { get; }

    /// <exception cref="KeyNotFoundException">There is no such variable.</exception>
    public Variable this[string name] => byName[name];

    public Variable? Find(string name) => byName.GetValueOrDefault(name);

    internal static DataDictionary From(CsvTable dictionary, CsvTable codes, CsvTable chineseLabels)
    {
        var labels = Labels(dictionary, chineseLabels);
        var codesByList = codes.Lines
            .Where(line => line["code"].Length > 0)
            .ToLookup(line => line["list"], line => line["code"], StringComparer.Ordinal);
        return new DataDictionary([.. dictionary.Lines.Select(line => Read(line, codesByList, labels))]);
    }

    private static Variable Read(CsvLine line, ILookup<string, string> codesByList, Dictionary<string, CsvLine> chinese)
    {
        var lists = line.List("codes");
        var type = line.Choice<VariableType>("type");
        if (lists.FirstOrDefault(list => !codesByList.Contains(list)) is { } unknown)
        {
            throw line.Broken($"there is no code list '{unknown}'");
        }

        if (type is VariableType.Code or VariableType.Flag && lists.Length == 0)
        {
            throw line.Broken("a code or flag needs a code list");
        }

        return new Variable(
            line["variable"],
            line["label"],
            [.. line.List("tables").Select(table => Kind(line, table))],
            line.Choice<VariableRole>("role"),
            type,
            line["unit"],
            new Limits(line.Number("min"), line.Number("max")),
            new Limits(line.Number("warn_min"), line.Number("warn_max")),
            type is VariableType.Code or VariableType.Flag ? [.. lists.Reverse().SelectMany(list => codesByList[list]).Distinct()] : [],
            line["required"] == "yes",
            line["derived"],
            line["source"],
            line["note"])
        {
            ChineseLabel = (chinese.GetValueOrDefault(line["variable"]) ?? throw line.Broken("there is no Chinese label"))["label"],
            ChineseUnit = chinese[line["variable"]]["unit"],
            CodeLists = lists,
        };
    }

    private static Dictionary<string, CsvLine> Labels(CsvTable dictionary, CsvTable labels)
    {
        var names = dictionary.Lines.Select(line => line["variable"]).ToHashSet(StringComparer.Ordinal);
        return labels.Lines.ToDictionary(
            line => names.Contains(line["variable"]) ? line["variable"] : throw line.Broken($"there is no variable '{line["variable"]}'"),
            line => line["label"].Length > 0 ? line : throw line.Broken("the label is empty"),
            StringComparer.Ordinal);
    }

    /// <summary>By the name that the files have for it.</summary>
    internal static RecordKind Kind(CsvLine line, string table) => table switch
    {
        "Subjects" => RecordKind.Subject,
        "Visits" => RecordKind.Visit,
        "AdverseEvents" => RecordKind.AdverseEvent,
        _ => throw line.Broken($"there is no table '{table}'"),
    };
}
