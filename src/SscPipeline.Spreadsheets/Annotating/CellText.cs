namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>All that is said about one cell.</summary>
/// <param name="IsError">Some of it is more than a warning.</param>
internal sealed record CellText(bool IsError, string Comment);
