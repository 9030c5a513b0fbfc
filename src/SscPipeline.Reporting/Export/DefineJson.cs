using System.Text.Json;

namespace SscPipeline.Reporting.Export;

internal static class DefineJson
{
    public static ReportFile Write(DefineDocument define) =>
        new("define.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(define, ContractJson.Options));
}
