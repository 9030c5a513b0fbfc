using System.Collections.Immutable;
using System.Text;

namespace SscPipeline.Reporting.Html;

/// <summary>A table with a caption. The first cell of a row is its heading; a table wider than the screen scrolls by itself.</summary>
internal sealed class HtmlTable(string caption, params ImmutableArray<string> columns)
{
    private readonly StringBuilder rows = new();

    public bool IsEmpty => rows.Length == 0;

    /// <summary>Columns whose cells are text and not figures: aligned left and allowed to wrap.</summary>
    public ImmutableHashSet<int> TextColumns { get; init; } = [];

    /// <summary>Numbers of the notes on method that the caption points at.</summary>
    public ImmutableArray<int> Notes { get; init; } = [];

    public HtmlTable Add(params ReadOnlySpan<string?> cells)
    {
        rows.Append("<tr>");
        for (var index = 0; index < cells.Length; index++)
        {
            rows.Append(Open(index)).Append(MarkupText.Encoded(cells[index])).Append(Close(index));
        }

        rows.Append("</tr>\n");
        return this;
    }

    public HtmlTable Add(ImmutableArray<Markup> cells)
    {
        rows.Append("<tr>").AppendJoin("", cells.Select((cell, index) => $"{Open(index)}{cell.Html}{Close(index)}")).Append("</tr>\n");
        return this;
    }

    public Markup ToMarkup() => Markup.Of($"""
        <div class="scroll" role="region" aria-label="{caption}" tabindex="0">
        <table>
        <caption>{caption}{Notes.Select(Reference)}</caption>
        <thead><tr>{columns.Select(Heading)}</tr></thead>
        <tbody>
        {new Markup(rows.ToString())}</tbody>
        </table>
        </div>

        """);

    private static Markup Reference(int note) => Markup.Of($" <a class=\"ref\" href=\"#method-{note}\" aria-label=\"Method, note {note}\">{note}</a>");

    private Markup Heading(string column, int index) => Markup.Of($"<th scope=\"col\"{Class(index)}>{column}</th>");

    private string Open(int index) => index == 0 ? "<th scope=\"row\">" : TextColumns.Contains(index) ? "<td class=\"text\">" : "<td>";

    private static string Close(int index) => index == 0 ? "</th>" : "</td>";

    private Markup Class(int index) => index > 0 && TextColumns.Contains(index) ? new Markup(" class=\"text\"") : Markup.Empty;
}
