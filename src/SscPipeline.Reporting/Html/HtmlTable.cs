using System.Collections.Immutable;

namespace SscPipeline.Reporting.Html;

/// <summary>A table with a caption. The first cell of a row is its heading; a table wider than the screen scrolls by itself.</summary>
internal sealed class HtmlTable(string caption, params ImmutableArray<string> columns)
{
    private readonly List<Markup> rows = [];

    public bool IsEmpty => rows.Count == 0;

    /// <summary>Columns whose cells are text and not figures: aligned left and allowed to wrap.</summary>
    public ImmutableHashSet<int> TextColumns { get; init; } = [];

    /// <summary>Numbers of the notes on method that the caption points at.</summary>
    public ImmutableArray<int> Notes { get; init; } = [];

    public HtmlTable Add(params ReadOnlySpan<string?> cells)
    {
        var all = new List<Markup>();
        foreach (var cell in cells)
        {
            all.Add(Markup.Of($"{cell}"));
        }

        return Add([.. all]);
    }

    public HtmlTable Add(ImmutableArray<Markup> cells)
    {
        rows.Add(Markup.Of($"<tr>{cells.Select(Cell)}</tr>\n"));
        return this;
    }

    public Markup ToMarkup() => Markup.Of($"""
        <div class="scroll" role="region" aria-label="{caption}" tabindex="0">
        <table>
        <caption>{caption}{Notes.Select(Reference)}</caption>
        <thead><tr>{columns.Select(Heading)}</tr></thead>
        <tbody>
        {rows}</tbody>
        </table>
        </div>

        """);

    private static Markup Reference(int note) => Markup.Of($" <a class=\"ref\" href=\"#method-{note}\" aria-label=\"Method, note {note}\">{note}</a>");

    private Markup Heading(string column, int index) => Markup.Of($"<th scope=\"col\"{Class(index)}>{column}</th>");

    private Markup Cell(Markup cell, int index) =>
        index == 0 ? Markup.Of($"<th scope=\"row\">{cell}</th>") : Markup.Of($"<td{Class(index)}>{cell}</td>");

    private Markup Class(int index) => index > 0 && TextColumns.Contains(index) ? new Markup(" class=\"text\"") : Markup.Empty;
}
