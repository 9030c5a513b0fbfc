using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets;

namespace SscPipeline.Workflows.Guides;

/// <summary>The sheet of drop-down lists, one below the other in a column each; equal lists are kept once. It also carries the mark, for
/// whoever deletes the instructions.</summary>
internal sealed class TemplateLists(string mark)
{
    private const string SheetName = "_ssc_lists";
    private readonly List<ImmutableArray<string>> lists = [];

    /// <summary>Where the list stands.</summary>
    public (string Sheet, CellRange Cells) Place(ImmutableArray<string> choices)
    {
        var at = lists.FindIndex(list => list.SequenceEqual(choices));
        if (at < 0)
        {
            at = lists.Count;
            lists.Add(choices);
        }

        // The first row holds the mark.
        return (SheetName, new CellRange(new CellAddress(2, at + 1), new CellAddress(choices.Length + 1, at + 1)));
    }

    public DraftSheet ToSheet() => new(
        SheetName,
        [
            [.. TemplateMark.Row(mark)],
            .. Enumerable.Range(0, lists.Select(list => list.Length).DefaultIfEmpty(0).Max())
                .Select(row => lists.Select(list => row < list.Length ? (DraftCell)list[row] : default).ToImmutableArray()),
        ])
    {
        HeaderRows = 0,
        Visibility = SheetVisibility.VeryHidden,
    };
}
