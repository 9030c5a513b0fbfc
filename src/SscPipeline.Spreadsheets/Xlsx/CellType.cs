namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>How a cell's value is stored (ECMA-376 part 1, 18.18.11).</summary>
internal enum CellType
{
    Number,
    Shared,
    Text,
    Boolean,
    Error,
    IsoDate,
}
