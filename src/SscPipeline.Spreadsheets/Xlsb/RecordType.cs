namespace SscPipeline.Spreadsheets.Xlsb;

/// <summary>The records that are read, by their numbers in [MS-XLSB] 2.3.</summary>
internal static class RecordType
{
    public const int Row = 0;
    public const int CellBlank = 1;
    public const int CellRk = 2;
    public const int CellError = 3;
    public const int CellBool = 4;
    public const int CellReal = 5;
    public const int CellText = 6;
    public const int CellShared = 7;
    public const int FormulaText = 8;
    public const int FormulaNumber = 9;
    public const int FormulaBool = 10;
    public const int FormulaError = 11;

    /// <summary>The first of seven records like 1 to 7 that leave the column out: it is the next one.</summary>
    public const int ShortBlank = 12;
    public const int ShortShared = 18;
    public const int SharedItem = 19;
    public const int Name = 39;
    public const int Format = 44;
    public const int CellFormat = 47;
    public const int Columns = 60;
    public const int CellRichText = 62;
    public const int WorkbookProperties = 153;
    public const int ListedSheet = 156;
    public const int MergedRange = 176;
    public const int HeaderFooter = 479;
    public const int BeginCellFormats = 617;
    public const int EndCellFormats = 618;
    public const int CommentAuthor = 632;
    public const int Comment = 635;
    public const int CommentText = 637;
}
