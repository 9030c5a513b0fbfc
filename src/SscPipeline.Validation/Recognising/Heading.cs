using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>A text that may be a column's heading, and what it can mean.</summary>
/// <param name="Row">Of the sheet; 1 is the first.</param>
/// <param name="Meanings">Empty when it is not known.</param>
/// <param name="UnknownUnit">The heading is known but for a unit in brackets that its variable cannot have.</param>
internal sealed record Heading(int Row, int Column, string Text, ImmutableArray<HeaderMeaning> Meanings, string? UnknownUnit)
{
    private const int LongestHeading = 100;

    public bool IsKnown => !Meanings.IsEmpty;

    /// <summary>The one thing it means; null when there are none or several.</summary>
    public Variable? Variable => Meanings is [var meaning] ? meaning.Variable : null;

    /// <summary>The visit of a wide table's column, named in the heading itself or above it.</summary>
    public VisitMark? Visit { get; init; }

    /// <summary>The site's mapping says to leave the column out.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>The score of one rater among several, who has a name and no number.</summary>
    public bool IsRater { get; init; }

    /// <summary>The column counts weeks since the first dose.</summary>
    public bool IsInWeeks { get; init; }

    /// <summary>As the dictionary knows it, without visits or a site's mapping.</summary>
    public static Heading Read(Cell cell, Lexicon lexicon) => Read(0, cell.Column, cell.Text ?? "", lexicon);

    public static Heading Read(int row, int column, string sent, Lexicon lexicon)
    {
        var text = TextForm.Clean(sent).ReplaceLineEndings(" ");
        if (text.Length is 0 or > LongestHeading)
        {
            return new Heading(row, column, text, [], null);
        }

        var meanings = lexicon.Headers.Meanings(TextForm.Heading(text));
        return meanings.IsEmpty && SplitUnit(text) is var (name, unit) && lexicon.Units.IsUnit(unit)
            ? new Heading(row, column, text, lexicon.Headers.Meanings(TextForm.Heading(name)), unit)
            : new Heading(row, column, text, meanings, null);
    }

    /// <summary>The unit in brackets at the end, or after the last comma.</summary>
    private static (string Name, string Unit)? SplitUnit(string text)
    {
        var at = text[^1] is ')' or ']' or '】' ? text.LastIndexOfAny(['(', '[', '【']) : text.LastIndexOf(',');
        return at > 0 ? (text[..at], text[(at + 1)..].Trim(')', ']', '】', ' ')) : null;
    }
}
