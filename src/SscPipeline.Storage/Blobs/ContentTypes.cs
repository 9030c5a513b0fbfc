namespace SscPipeline.Storage.Blobs;

/// <summary>So that a browser shows what it opens from storage.</summary>
internal static class ContentTypes
{
    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" => "application/json",
        ".csv" => "text/csv; charset=utf-8",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".gz" => "application/gzip",
        _ => "application/octet-stream",
    };
}
