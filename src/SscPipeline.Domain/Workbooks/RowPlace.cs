namespace SscPipeline.Domain.Workbooks;

/// <summary>Where the cells of a row lie.</summary>
/// <param name="Start">Of the row's first cell among those of its sheet.</param>
/// <param name="Columns">By rising number; one array for all rows that fill the same columns.</param>
internal readonly record struct RowPlace(int Number, int Start, int[] Columns, bool IsHidden);
