using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>A text that may be a column's heading, and what it can mean.</summary>
/// <param name="Meanings">Empty when it is not known.</param>
/// <param name="UnknownUnit">The heading is known but for a unit in brackets that its variable cannot have.</param>
internal sealed record Heading(int Column, string Text, ImmutableArray<HeaderMeaning> Meanings, string? UnknownUnit)
{
    public bool IsKnown => !Meanings.IsEmpty;

    public static Heading Read(Cell cell, Lexicon lexicon)
    {
        var text = TextForm.Clean(cell.Text ?? "").ReplaceLineEndings(" ");
        if (text.Length is 0 or > 100)
        {
            return new Heading(cell.Column, text, [], null);
        }

        var meanings = lexicon.Headers.Meanings(TextForm.Heading(text));
        return meanings.IsEmpty && SplitUnit(text) is var (name, unit) && lexicon.Units.IsUnit(unit)
            ? new Heading(cell.Column, text, lexicon.Headers.Meanings(TextForm.Heading(name)), unit)
            : new Heading(cell.Column, text, meanings, null);
    }

    /// <summary>The unit in brackets at the end, or after the last comma.</summary>
    private static (string Name, string Unit)? SplitUnit(string text)
    {
        var at = text[^1] is ')' or ']' or '】' ? text.LastIndexOfAny(['(', '[', '【']) : text.LastIndexOf(',');
        return at > 0 ? (text[..at], text[(at + 1)..].Trim(')', ']', '】', ' ')) : null;
    }
}
