using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>A sheet to write.</summary>
/// <param name="Name">1 to 31 characters without <c>: \ / ? * [ ]</c>; unique in the workbook, whatever its case.</param>
/// <param name="Rows">From row 1 down; an empty row is left blank.</param>
public sealed record DraftSheet(string Name, ImmutableArray<ImmutableArray<DraftCell>> Rows)
{
    /// <summary>The first rows, which stay in sight and, where their cells have no style, are set bold on grey.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>The first columns, which stay in sight.</summary>
    public int HeaderColumns { get; init; }

    /// <summary>Widths in characters from column A on; 0 or absent is the usual width.</summary>
    public ImmutableArray<double> ColumnWidths { get; init; } = [];

    /// <summary>From column A on: how cells look that are filled in later; null or absent is as usual.</summary>
    public ImmutableArray<DraftStyle?> ColumnStyles { get; init; } = [];

    /// <summary>Numbers of rows that are not shown; 1 is the first.</summary>
    public ImmutableArray<int> HiddenRows { get; init; } = [];

    public ImmutableArray<CellRange> Merged { get; init; } = [];

    public ImmutableArray<DraftValidation> Validations { get; init; } = [];

    /// <summary>At least one sheet of a workbook must be visible.</summary>
    public SheetVisibility Visibility { get; init; }

    /// <summary>Lines between all cells, as usual.</summary>
    public bool ShowsGrid { get; init; } = true;
}
