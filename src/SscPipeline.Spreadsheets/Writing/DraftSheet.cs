using System.Collections.Immutable;

namespace SscPipeline.Spreadsheets;

/// <summary>A sheet to write.</summary>
/// <param name="Name">1 to 31 characters without <c>: \ / ? * [ ]</c>; unique in the workbook, whatever its case.</param>
/// <param name="Rows">From row 1 down; an empty row is left blank.</param>
public sealed record DraftSheet(string Name, ImmutableArray<ImmutableArray<DraftCell>> Rows)
{
    /// <summary>The first rows, which are set bold on grey and stay in sight.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Widths in characters from column A on; 0 or absent is the usual width.</summary>
    public ImmutableArray<double> ColumnWidths { get; init; } = [];
}
