using System.Collections.Immutable;
using System.Text;

namespace SscPipeline.Reporting.Html;

/// <summary>A table with a caption. The first cell of a row is its heading; a table wider than the screen scrolls by itself.</summary>
internal sealed class HtmlTable(string caption, params ImmutableArray<string> columns)
{
    private readonly ImmutableArray<string>.Builder rows = ImmutableArray.CreateBuilder<string>();

    /// <summary>The row that is being written.</summary>
    private readonly StringBuilder row = new();

    public bool IsEmpty => rows.Count == 0;

    /// <summary>Columns whose cells are text and not figures: aligned left and allowed to wrap.</summary>
    public ImmutableHashSet<int> TextColumns { get; init; } = [];

    /// <summary>Numbers of the notes on method that the caption points at.</summary>
    public ImmutableArray<int> Notes { get; init; } = [];

    public HtmlTable Add(params ReadOnlySpan<string?> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            AddCell(index, MarkupText.Encoded(cells[index]));
        }

        return EndRow();
    }

    public HtmlTable Add(ImmutableArray<Markup> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            AddCell(index, cells[index].Html);
        }

        return EndRow();
    }

    public Markup ToMarkup() => Markup.Of($"""
        <div class="scroll" role="region" aria-label="{caption}" tabindex="0">
        <table>
        <caption>{caption}{Notes.Select(Reference)}</caption>
        <thead><tr>{columns.Select(Heading)}</tr></thead>
        <tbody>
        {new Markup(rows.ToImmutable())}</tbody>
        </table>
        </div>

        """);

    private static Markup Reference(int note) => Markup.Of($" <a class=\"ref\" href=\"#method-{note}\" aria-label=\"Method, note {note}\">{note}</a>");

    private Markup Heading(string column, int index) => Markup.Of($"<th scope=\"col\"{Class(index)}>{column}</th>");

    private void AddCell(int index, string html) =>
        row.Append(index == 0 ? "<tr><th scope=\"row\">" : TextColumns.Contains(index) ? "<td class=\"text\">" : "<td>").Append(html).Append(index == 0 ? "</th>" : "</td>");

    private HtmlTable EndRow()
    {
        rows.Add(row.Append("</tr>\n").ToString());
        row.Clear();
        return this;
    }

    private Markup Class(int index) => index > 0 && TextColumns.Contains(index) ? new Markup(" class=\"text\"") : Markup.Empty;
}
