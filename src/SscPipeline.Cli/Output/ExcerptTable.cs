using System.Globalization;
using Spectre.Console;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Cli.Output;

/// <summary>The cells around an issue: letters of the columns, the row of headings, the row itself with the cell marked.</summary>
internal static class ExcerptTable
{
    private const int LongestText = 24;

    public static Table Of(SheetExcerpt excerpt, string colour, string notShown)
    {
        var table = new Table().Border(TableBorder.None).AddColumn(new TableColumn(""));
        foreach (var column in excerpt.Columns)
        {
            table.AddColumn(new TableColumn(new Markup($"[grey]{column}[/]")));
        }

        if (excerpt.HeaderRow is { } header)
        {
            table.AddRow([Grey(header), .. excerpt.Headings.Select(heading => new Text(Short(heading)))]);
        }

        table.AddRow([Grey(excerpt.Row), .. excerpt.Cells.Select((cell, index) => Cell(cell ?? notShown, index == excerpt.Marked, colour))]);
        return table;
    }

    /// <summary>The sign marks it where there are no colours.</summary>
    private static Markup Cell(string text, bool isMarked, string colour) => isMarked
        ? new Markup($"[bold black on {colour}]▸ {Markup.Escape(Short(text))}[/]")
        : Markup.FromInterpolated($"{Short(text)}");

    private static Markup Grey(int row) => Markup.FromInterpolated(CultureInfo.InvariantCulture, $"[grey]{row}[/]");

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestText ? line : $"{line[..(LongestText - 1)]}…";
    }
}
