namespace SscPipeline.Workflows.Api;

/// <summary>Something to be answered with.</summary>
/// <param name="ETag">With its quotes; null for what no later request is compared with.</param>
public sealed record ApiFile(ReadOnlyMemory<byte> Content, string ContentType, string? ETag = null)
{
    public const string Json = "application/json";
    public const string Html = "text/html; charset=utf-8";
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string MacroWorkbook = "application/vnd.ms-excel.sheet.macroEnabled.12";

    /// <summary>To be kept under this name rather than shown; null for what a browser may show.</summary>
    public string? SaveAs { get; init; }
}
