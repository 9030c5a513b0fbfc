using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>A sheet while it is being filled.</summary>
internal sealed class Grid(string name)
{
    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> rows = [];
    private readonly List<CellRange> merged = [];

    public string Name => name;

    public List<SheetComment> Comments { get; } = [];

    public void Set(int row, int column, Cell? cell)
    {
        if (cell is { } written)
        {
            if (!rows.TryGetValue(row, out var cells))
            {
                rows[row] = cells = [];
            }

            cells[column] = written with { Column = column };
        }
    }

    public void Text(int row, int column, string text) => Set(row, column, text.Length == 0 ? null : Cell.OfText(column, text));

    public void Merge(int row, int first, int last) => merged.Add(new CellRange(new CellAddress(row, first), new CellAddress(row, last)));

    public Sheet ToSheet() => new(name, [.. rows.Select(row => new SheetRow(row.Key, [.. row.Value.Values]))]) { Merged = [.. merged], Comments = [.. Comments] };
}
