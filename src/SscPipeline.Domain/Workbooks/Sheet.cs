using System.Collections.Immutable;

namespace SscPipeline.Domain.Workbooks;

public enum SheetVisibility
{
    Visible,
    Hidden,
    VeryHidden,
}

/// <summary>One sheet: its non-blank rows from top to bottom.</summary>
public sealed record Sheet(string Name, SheetRows Rows)
{
    public SheetVisibility Visibility { get; init; }

    public ImmutableArray<CellRange> Merged { get; init; } = [];

    public ImmutableArray<SheetComment> Comments { get; init; } = [];

    public ImmutableArray<int> HiddenColumns { get; init; } = [];

    /// <summary>The row with this number (1 is the first); null when it is blank.</summary>
    public SheetRow? Row(int number)
    {
        var low = 0;
        var high = Rows.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Rows[middle].Number == number)
            {
                return Rows[middle];
            }

            (low, high) = Rows[middle].Number < number ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The cell there; a blank one when nothing was stored.</summary>
    public Cell Cell(CellAddress address) => Row(address.Row) is { } row ? row[address.Column] : Blank(address.Column);

    internal static Cell Blank(int column) => new(column, CellKind.Blank, 0, null, NumberFormat.General, false);
}

public sealed record SheetComment(CellAddress Address, string Author, string Text);
