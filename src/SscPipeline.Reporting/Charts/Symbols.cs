using System.Collections.Immutable;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Charts;

/// <summary>Marks that differ in shape and not by colour alone.</summary>
internal static class Symbols
{
    private static readonly ImmutableArray<string> Shapes =
    [
        "M-3.5 0A3.5 3.5 0 1 1 3.5 0A3.5 3.5 0 1 1-3.5 0Z",
        "M-3.2-3.2H3.2V3.2H-3.2Z",
        "M0-4.2L4 3H-4Z",
        "M0-4.6L4.6 0L0 4.6L-4.6 0Z",
        "M0 4.2L4-3H-4Z",
        "M-3.4-3.4L3.4 3.4M-3.4 3.4L3.4-3.4",
        "M0-4.4V4.4M-4.4 0H4.4",
        "M-4.2 0L-2.1-3.6H2.1L4.2 0L2.1 3.6H-2.1Z",
    ];

    /// <summary>How many subjects can have a shape of their own.</summary>
    public static int Count => Shapes.Length;

    public static Markup Shape(int index, string x, string y) => Markup.Of($"<path class=\"mark\" d=\"{Shapes[index]}\" transform=\"translate({x} {y})\"/>");

    public static Markup Event(bool isSerious, string x, string y) => isSerious
        ? Markup.Of($"<path class=\"serious\" d=\"{Shapes[3]}\" transform=\"translate({x} {y}) scale(1.25)\"/>")
        : Markup.Of($"<path class=\"event\" d=\"{Shapes[0]}\" transform=\"translate({x} {y})\"/>");

    /// <summary>A label beside a drawing: a text of any length, cut to the room there is. Letters of East Asia count twice.</summary>
    public static string Short(string text, int letters)
    {
        var kept = new System.Text.StringBuilder();
        var room = letters;
        foreach (var rune in text.EnumerateRunes())
        {
            room -= rune.Value >= 0x1100 ? 2 : 1;
            if (room < 0)
            {
                return $"{kept}…";
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
