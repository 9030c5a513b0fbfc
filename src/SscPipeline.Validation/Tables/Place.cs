namespace SscPipeline.Validation.Tables;

/// <summary>Where an issue is. Row and column are 0 for a whole sheet, the sheet is null for the file.</summary>
internal readonly record struct Place(int SheetIndex, string? Sheet, int Row, int Column, string? Subject, string? Variable);
