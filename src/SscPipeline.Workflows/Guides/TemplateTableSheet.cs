using System.Collections.Immutable;
using SscPipeline.Domain.Guides;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets;

namespace SscPipeline.Workflows.Guides;

/// <summary>One sheet to fill in: groups in the first row, headings in the second, rows of data from the third on.</summary>
internal static class TemplateTableSheet
{
    private const int FirstDataRow = 3;

    /// <summary>Rows below have no drop-downs; they are read all the same.</summary>
    private const int LastDataRow = 3_000;

    private static readonly ImmutableArray<string> s_groupFills = ["D9E2EC", "E3EFDA", "E8E0F0", "DDEBF7", "FCE9DA", "EDEDED"];

    public static DraftSheet Of(TemplateTable table, TemplateLists lists)
    {
        var columns = table.Columns.ToImmutableArray();
        return new DraftSheet(
            table.Name,
            [
                [.. table.Groups.SelectMany((group, at) => group.Columns.Select((_, column) => Title(column == 0 ? group.Title : null, at)))],
                [.. table.Groups.SelectMany((group, at) => group.Columns.Select(column => Heading(column, at)))],
            ])
        {
            HeaderRows = 2,
            HeaderColumns = columns.Count(column => column.Variable is Variables.SubjectId or Variables.VisitLabel),
            ColumnWidths = [.. columns.Select(Width)],
            ColumnStyles = [.. columns.Select(ColumnStyle)],
            Merged = Merged(table),
            Validations = [.. columns.Select((column, at) => Validation(column, at + 1, lists))],
        };
    }

    private static DraftCell Title(string? title, int group) =>
        (DraftCell)title with { Style = new DraftStyle { IsBold = true, Fill = Fill(group), HasBorder = true } };

    private static DraftCell Heading(TemplateColumn column, int group) =>
        (DraftCell)(column.Need == TemplateNeed.Required ? $"{column.Heading} *" : column.Heading) with
        {
            Style = new DraftStyle
            {
                IsBold = true,
                Wraps = true,
                HasBorder = true,
                Fill = column.Need switch { TemplateNeed.Required => "F8CBAD", TemplateNeed.OneOf => "FFF2CC", _ => Fill(group) },
            },
        };

    private static string Fill(int group) => s_groupFills[group % s_groupFills.Length];

    private static ImmutableArray<CellRange> Merged(TemplateTable table)
    {
        var ranges = ImmutableArray.CreateBuilder<CellRange>();
        var column = 1;
        foreach (var group in table.Groups)
        {
            ranges.Add(new CellRange(new CellAddress(1, column), new CellAddress(1, column + group.Columns.Length - 1)));
            column += group.Columns.Length;
        }

        return ranges.ToImmutable();
    }

    private static double Width(TemplateColumn column) => column.Entry switch
    {
        TemplateEntry.Text when column.Variable is not Variables.SubjectId => 24,
        TemplateEntry.Number or TemplateEntry.WholeNumber => 13,
        _ => Math.Clamp(column.Choices.Select(choice => choice.Length + 4).DefaultIfEmpty(0).Max(), 14, 26),
    };

    /// <summary>What is typed into a text column stays a text: 001 keeps its zeros and 1-2 does not become a date.</summary>
    private static DraftStyle? ColumnStyle(TemplateColumn column) => column.Entry switch
    {
        TemplateEntry.Date => new DraftStyle { NumberFormat = @"yyyy\-mm\-dd" },
        TemplateEntry.Text or TemplateEntry.Suggestion => new DraftStyle { NumberFormat = "@" },
        _ => null,
    };

    private static DraftValidation Validation(TemplateColumn column, int number, TemplateLists lists)
    {
        var cells = new CellRange(new CellAddress(FirstDataRow, number), new CellAddress(LastDataRow, number));
        return new DraftValidation(cells, Rule(column.Entry))
        {
            Min = column.Min,
            Max = column.Max,
            List = column.Choices.IsEmpty ? null : lists.Place(column.Choices),
            Refusal = column.Entry == TemplateEntry.Suggestion ? DraftRefusal.None : column.HasOtherUnits ? DraftRefusal.Ask : DraftRefusal.Stop,
            PromptTitle = column.PromptTitle,
            Prompt = column.Prompt,
            ErrorTitle = column.RefusalTitle,
            Error = column.Refusal,
        };
    }

    private static DraftRule Rule(TemplateEntry entry) => entry switch
    {
        TemplateEntry.Text => DraftRule.Anything,
        TemplateEntry.WholeNumber => DraftRule.WholeNumber,
        TemplateEntry.Number => DraftRule.Number,
        TemplateEntry.Date => DraftRule.Date,
        TemplateEntry.Choice or TemplateEntry.Suggestion => DraftRule.OneOf,
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };
}
