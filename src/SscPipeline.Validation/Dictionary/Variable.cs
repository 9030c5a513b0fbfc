using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Dictionary;

/// <summary>One line of the data dictionary.</summary>
/// <param name="Name">The canonical name, the same in tables, JSON, CSV and messages for programs.</param>
/// <param name="Label">For people, in English; <see cref="LabelIn"/> has the other languages.</param>
/// <param name="Tables">Where it may stand. A fact about a subject may be repeated in any table.</param>
/// <param name="Unit">The canonical unit; empty for a number without one and for anything else.</param>
/// <param name="Possible">Outside is an Error.</param>
/// <param name="Usual">Outside is a Warning.</param>
/// <param name="Codes">Canonical codes, in the order of the dictionary; empty unless <paramref name="Type"/> is Code or Flag.</param>
/// <param name="Derived"><c>no</c>, or when this program computes it.</param>
public sealed record Variable(
    string Name,
    string Label,
    ImmutableArray<RecordKind> Tables,
    VariableRole Role,
    VariableType Type,
    string Unit,
    Limits Possible,
    Limits Usual,
    ImmutableArray<string> Codes,
    bool IsRequired,
    string Derived,
    string Source,
    string Note)
{
    public bool IsNumber => Type is VariableType.Integer or VariableType.Decimal or VariableType.Dose;

    /// <summary>From labels_zh.csv.</summary>
    internal string ChineseLabel { get; init; } = "";

    /// <summary>Lists of accepted spellings, the first that knows a text decides.</summary>
    internal ImmutableArray<string> CodeLists { get; init; } = [];

    /// <summary>Empty where the English one is used.</summary>
    internal string ChineseUnit { get; init; } = "";

    /// <summary>The canonical unit as people write it; empty for a number without one and for anything else.</summary>
    public string UnitIn(Language language) => language == Language.Chinese && ChineseUnit.Length > 0 ? ChineseUnit : Unit;

    public string LabelIn(Language language) => language switch
    {
        Language.English => Label,
        Language.Chinese => ChineseLabel,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}
