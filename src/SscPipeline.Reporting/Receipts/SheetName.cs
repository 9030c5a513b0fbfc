namespace SscPipeline.Reporting.Receipts;

/// <summary>A sheet's name before a cell, as Excel writes it: the place can be pasted into the box left of the formula bar.</summary>
public static class SheetName
{
    public static string Quoted(string sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.') && sheet.Length > 0 && !char.IsDigit(sheet[0])
            ? sheet
            : $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
