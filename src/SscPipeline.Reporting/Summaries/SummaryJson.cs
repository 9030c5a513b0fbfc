using System.Text.Json;

namespace SscPipeline.Reporting.Summaries;

/// <summary><c>summary.json</c>.</summary>
public static class SummaryJson
{
    public static byte[] Write(Summary summary) => [.. JsonSerializer.SerializeToUtf8Bytes(summary, ContractJson.Options), (byte)'\n'];

    /// <exception cref="JsonException">Not a summary.</exception>
    public static Summary Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Summary>(json, ContractJson.Options) ?? throw new JsonException("The summary is null.");
}
