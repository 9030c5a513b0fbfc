using System.Collections.Immutable;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Charts;

/// <summary>A drawing with all that stands beside it: title, description for those who cannot see it, key, caption and its numbers.</summary>
/// <remarks>All drawings are <see cref="Width"/> units wide: letters stay readable on a telephone, where the page's style enlarges them.</remarks>
internal sealed record Picture
{
    public const int Width = 560;

    /// <summary>Unique on the page, as the drawing's parts are found by it.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required int Height { get; init; }

    public required Markup Drawing { get; init; }

    public required string Caption { get; init; }

    /// <summary>What the drawing shows, in figures.</summary>
    public required ImmutableArray<HtmlTable> Numbers { get; init; }

    /// <summary>A symbol and its meaning; symbols are drawn in a box of 28 by 14.</summary>
    public ImmutableArray<(Markup Symbol, string Meaning)> Key { get; init; } = [];

    public Markup ToMarkup() => Markup.Of($"""
        <div class="picture">
        <figure>
        <svg viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="{Id}-title {Id}-desc" class="chart">
        <title id="{Id}-title">{Title}</title>
        <desc id="{Id}-desc">{Description}</desc>
        {Drawing}</svg>
        {Keys()}<figcaption><strong>{Title}.</strong> {Caption}</figcaption>
        </figure>
        <details><summary>Numbers: {Title}</summary>
        {Numbers.Where(table => !table.IsEmpty).Select(table => table.ToMarkup())}</details>
        </div>

        """);

    private Markup Keys() => Key.IsEmpty ? Markup.Empty : Markup.Of($"""
        <ul class="key">
        {Key.Select(one => Markup.Of($"<li><svg viewBox=\"0 0 28 14\" aria-hidden=\"true\" class=\"chart\">{one.Symbol}</svg>{one.Meaning}</li>\n"))}</ul>

        """);
}
