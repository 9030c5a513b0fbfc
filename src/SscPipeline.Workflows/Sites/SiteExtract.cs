using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Sites;

/// <summary>The cached current outcomes of a site, after the submissions they were read from: gzipped JSON, the same bytes for the same documents.</summary>
internal static class SiteExtract
{
    /// <summary>Bytes that hold the submissions of hundreds of documents.</summary>
    private const int Beginning = 16 * 1024;

    public static byte[] Write(ImmutableArray<SiteDocument> documents)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            ImmutableArray<SiteDocument> ordered = [.. documents.OrderBy(document => document.Document, StringComparer.Ordinal)];
            JsonSerializer.Serialize(gzip, new ExtractContent([.. ordered.Select(document => document.Submission)], ordered), ExtractJson.Default.ExtractContent);
        }

        return buffer.ToArray();
    }

    /// <returns>Nothing when the extract is of another version or damaged: it is only a cache, and the tables have it all.</returns>
    public static ImmutableArray<SiteDocument> Read(byte[] bytes)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            var content = JsonSerializer.Deserialize(gzip, ExtractJson.Default.ExtractContent);
            return content is null || content.Documents.IsDefault ? [] : content.Documents;
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>Whether there is any use in reading it: its rows take long, and after a correction of the only document all are out of date.</summary>
    public static bool MayHoldAny(byte[] bytes, IReadOnlyCollection<SubmissionId> wanted)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            var beginning = new byte[Beginning];
            var reader = new Utf8JsonReader(beginning.AsSpan(0, gzip.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)), isFinalBlock: false, state: default);
            var found = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.String)
                {
                    found.Add(reader.GetString()!);
                }
            }

            return reader.TokenType != JsonTokenType.EndArray || wanted.Any(submission => found.Contains(submission.Value));
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return false;
        }
    }
}

/// <param name="Submissions">Of <paramref name="Documents"/>, in their order; first, to be read alone.</param>
internal sealed record ExtractContent(ImmutableArray<SubmissionId> Submissions, ImmutableArray<SiteDocument> Documents);

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(SubmissionIdConverter), typeof(VisitTimeConverter), typeof(OutcomeValueConverter)])]
[JsonSerializable(typeof(ExtractContent))]
internal sealed partial class ExtractJson : JsonSerializerContext;
