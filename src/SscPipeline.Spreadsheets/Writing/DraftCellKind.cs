namespace SscPipeline.Spreadsheets;

internal enum DraftCellKind
{
    Blank,
    Text,
    Number,
    Date,
    Boolean,
}
