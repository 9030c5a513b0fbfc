namespace SscPipeline.Spreadsheets.Xls;

/// <summary>The records that are read, by their numbers in [MS-XLS] 2.3.</summary>
internal static class BiffRecord
{
    public const int Formula = 0x06;
    public const int EndOfSubstream = 0x0A;
    public const int Header = 0x14;
    public const int Footer = 0x15;
    public const int Name = 0x18;
    public const int Note = 0x1C;
    public const int DateMode = 0x22;
    public const int FilePass = 0x2F;
    public const int Continue = 0x3C;
    public const int CodePage = 0x42;
    public const int FileSharing = 0x5B;
    public const int WriteAccess = 0x5C;
    public const int DrawingObject = 0x5D;
    public const int ColumnInfo = 0x7D;
    public const int ListedSheet = 0x85;
    public const int MultipleRk = 0xBD;
    public const int RichText = 0xD6;
    public const int CellFormat = 0xE0;
    public const int MergedCells = 0xE5;
    public const int SharedStrings = 0xFC;
    public const int SharedText = 0xFD;
    public const int TextObject = 0x1B6;
    public const int Number = 0x203;
    public const int Text = 0x204;
    public const int BoolOrError = 0x205;
    public const int FormulaText = 0x207;
    public const int Row = 0x208;
    public const int Rk = 0x27E;
    public const int Format = 0x41E;
    public const int Begin = 0x809;
}
