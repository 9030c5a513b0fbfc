using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Domain.Guides;

/// <summary>One variable of the dictionary.</summary>
/// <param name="Type">Integer, Decimal, Dose, Code, Flag, Text or Date.</param>
/// <param name="Role">Key, Label or Value.</param>
/// <param name="Unit">The canonical one; empty where there is none.</param>
/// <param name="Possible">Outside is an Error.</param>
/// <param name="Usual">Outside is a Warning.</param>
/// <param name="Headings">Every heading that is understood without asking; with each, every unit of the variable is.</param>
/// <param name="Derived"><c>no</c>, or when this program computes it: <c>yes</c>, <c>when absent</c>.</param>
public sealed record GuideVariable(
    string Name,
    string Label,
    string Type,
    string Role,
    ImmutableArray<RecordKind> Tables,
    string Unit,
    GuideRange Possible,
    GuideRange Usual,
    ImmutableArray<GuideCode> Codes,
    ImmutableArray<string> Headings,
    bool IsRequired,
    string Derived,
    string Source,
    string Note);

/// <summary>Both ends included, null where it is open. The ends of a date are dates, year-month-day.</summary>
public sealed record GuideRange(string? Min, string? Max)
{
    public bool IsOpen => Min is null && Max is null;
}

/// <param name="Code">As it is stored.</param>
/// <param name="Spellings">What is accepted for it.</param>
public sealed record GuideCode(string Code, ImmutableArray<string> Spellings);
