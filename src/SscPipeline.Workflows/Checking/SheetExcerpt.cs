using System.Collections.Immutable;

namespace SscPipeline.Workflows.Checking;

/// <summary>A few cells around an issue, as a person sees them in the sheet.</summary>
/// <param name="Columns">As Excel names them.</param>
/// <param name="HeaderRow">Null where the row lies under no headings.</param>
/// <param name="Headings">Empty when <paramref name="HeaderRow"/> is null.</param>
/// <param name="Cells">Of the row of the issue; null for a cell that must not be shown.</param>
/// <param name="Marked">Which of the cells the issue is about.</param>
public sealed record SheetExcerpt(
    ImmutableArray<string> Columns, int? HeaderRow, ImmutableArray<string> Headings, int Row, ImmutableArray<string?> Cells, int Marked);
