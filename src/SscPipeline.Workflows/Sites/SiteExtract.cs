using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Workflows.Sites;

/// <summary>The cached current outcomes of a site, with the submissions they were read from: gzipped JSON, the same bytes for the same documents.</summary>
internal static class SiteExtract
{
    public static byte[] Write(ImmutableArray<SiteDocument> documents)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(gzip, documents.OrderBy(document => document.Document, StringComparer.Ordinal).ToImmutableArray(), ExtractJson.Default.ImmutableArraySiteDocument);
        }

        return buffer.ToArray();
    }

    /// <returns>Nothing when the extract is of another version or damaged: it is only a cache, and the tables have it all.</returns>
    public static ImmutableArray<SiteDocument> Read(byte[] bytes)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            var documents = JsonSerializer.Deserialize(gzip, ExtractJson.Default.ImmutableArraySiteDocument);
            return documents.IsDefault ? [] : documents;
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return [];
        }
    }
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(SubmissionIdConverter), typeof(VisitTimeConverter), typeof(OutcomeValueConverter)])]
[JsonSerializable(typeof(ImmutableArray<SiteDocument>))]
internal sealed partial class ExtractJson : JsonSerializerContext;
