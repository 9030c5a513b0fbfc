using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Detection;

/// <summary>Compares what a file is with what its name says.</summary>
internal static class FileExtension
{
    /// <returns>A remark when they disagree; null when they agree or the name says nothing.</returns>
    public static WorkbookRemark? Compare(string fileName, WorkbookFormat format)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var agrees = format switch
        {
            WorkbookFormat.Xlsx => extension is ".xlsx" or ".xlsm" or ".xltx" or ".xltm" or ".xlam",
            WorkbookFormat.Xls => extension is ".xls" or ".xlt" or ".xlw" or ".xla",
            WorkbookFormat.Xlsb => extension is ".xlsb",
            _ => extension is ".csv" or ".txt" or ".tsv" or ".tab",
        };
        return agrees || extension.Length == 0
            ? null
            : new WorkbookRemark(WorkbookRemarkKind.ExtensionDisagrees, $"named {Shown(extension)}, but the content is {InWords(format)}");
    }

    /// <summary>A name can carry anything; only a plain extension is repeated.</summary>
    private static string Shown(string extension) =>
        extension.Length <= 6 && extension.AsSpan(1).IndexOfAnyExceptInRange('0', 'z') < 0 ? extension : "with another extension";

    private static string InWords(WorkbookFormat format) => format switch
    {
        WorkbookFormat.Xlsx => "an .xlsx workbook",
        WorkbookFormat.Xls => "an .xls workbook",
        WorkbookFormat.Xlsb => "an .xlsb workbook",
        _ => "a text table (.csv)",
    };
}
