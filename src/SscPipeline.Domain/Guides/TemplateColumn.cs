using System.Collections.Immutable;

namespace SscPipeline.Domain.Guides;

/// <summary>A column to fill in.</summary>
/// <param name="Variable">Its name in the dictionary.</param>
/// <param name="Heading">With the unit; the dictionary knows it exactly.</param>
/// <param name="Prompt">What to type, in a sentence or two.</param>
/// <param name="Refusal">What is wrong with anything else; empty where anything is taken.</param>
public sealed record TemplateColumn(string Variable, string Heading, TemplateEntry Entry, TemplateNeed Need, string Prompt, string Refusal)
{
    /// <summary>At most 32 characters, as programs show them.</summary>
    public string PromptTitle { get; init; } = "";

    /// <summary>The same.</summary>
    public string RefusalTitle { get; init; } = "";

    /// <summary>The lowest possible number or the day number of the first possible date, included; null where it is open.</summary>
    public decimal? Min { get; init; }

    /// <summary>The highest possible number or the day number of the last possible date, included; null where it is open.</summary>
    public decimal? Max { get; init; }

    /// <summary>What the drop-down offers.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Sites may send it in another unit, if they write that into the heading; a number outside the limits may then be right.</summary>
    public bool HasOtherUnits { get; init; }
}

public enum TemplateEntry
{
    Text,
    WholeNumber,
    Number,
    Date,

    /// <summary>One of the choices and nothing else.</summary>
    Choice,

    /// <summary>One of the choices, or any other text.</summary>
    Suggestion,
}

public enum TemplateNeed
{
    Optional,

    /// <summary>One column of this kind is enough.</summary>
    OneOf,

    Required,
}
