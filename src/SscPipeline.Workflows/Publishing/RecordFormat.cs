using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Records of some sites as bytes: the length of a JSON text, the text with all but the figures, and the figures one after the other.</summary>
internal static class RecordFormat
{
    /// <param name="basis">What the records were made with; others made with something else are not read.</param>
    public static byte[] Write(string basis, IReadOnlyList<SiteRecord> records)
    {
        var figures = records.Select(record => FiguresFormat.Write(record.Figures)).ToList();
        var head = JsonSerializer.SerializeToUtf8Bytes(
            new RecordPart(basis, [.. records.Select((record, index) => Head(record, figures[index].Length))]), RecordJson.Default.RecordPart);
        var content = new byte[sizeof(int) + head.Length + figures.Sum(one => one.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(content, head.Length);
        head.CopyTo(content, sizeof(int));
        var at = sizeof(int) + head.Length;
        foreach (var one in figures)
        {
            one.CopyTo(content.AsMemory(at));
            at += one.Length;
        }

        return content;
    }

    /// <returns>Nothing when the bytes are damaged or of another basis: it is only a cache, and storage has it all.</returns>
    public static ImmutableArray<SiteRecord> Read(string basis, byte[] content)
    {
        try
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(content);
            var part = JsonSerializer.Deserialize(content.AsSpan(sizeof(int), length), RecordJson.Default.RecordPart);
            return part is null || part.Basis != basis ? [] : Read(part, content, sizeof(int) + length);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidDataException or ArgumentException or OverflowException)
        {
            return [];
        }
    }

    /// <summary>The marks alone, by site.</summary>
    public static byte[] WriteMarks(IEnumerable<SiteRecord> records) => JsonSerializer.SerializeToUtf8Bytes(
        new SortedDictionary<string, string?>(records.ToDictionary(record => record.Site.Value, record => record.Mark), StringComparer.Ordinal), RecordJson.Default.SortedDictionaryStringString);

    /// <returns>None when the bytes are damaged.</returns>
    public static IReadOnlyDictionary<string, string?> ReadMarks(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, RecordJson.Default.SortedDictionaryStringString) ?? [];
        }
        catch (JsonException)
        {
            return ImmutableDictionary<string, string?>.Empty;
        }
    }

    private static ImmutableArray<SiteRecord> Read(RecordPart part, byte[] content, int at)
    {
        var records = ImmutableArray.CreateBuilder<SiteRecord>(part.Sites.Length);
        foreach (var head in part.Sites)
        {
            records.Add(new SiteRecord(SiteCode.Parse(head.Site), head.Sources, Ordered(head.Activity), head.Ledger, FiguresFormat.Read(content.AsMemory(at, head.Length)))
            {
                Mark = head.Mark,
                Page = head.Page,
            });
            at += head.Length;
        }

        return records.MoveToImmutable();
    }

    private static RecordHead Head(SiteRecord record, int length) =>
        new(record.Site.Value, record.Mark, record.Sources, record.Activity, record.Ledger, record.Page, length);

    /// <summary>A reader of JSON does not know how the counts were sorted.</summary>
    private static SiteActivity Ordered(SiteActivity activity) => activity with
    {
        IssuesByCheck = activity.IssuesByCheck.WithComparers(StringComparer.Ordinal),
        SubmissionsByStatus = activity.SubmissionsByStatus.WithComparers(StringComparer.Ordinal),
        ExaminedByCheck = activity.ExaminedByCheck.WithComparers(StringComparer.Ordinal),
    };
}

internal sealed record RecordPart(string Basis, ImmutableArray<RecordHead> Sites);

/// <param name="Length">Of the figures, in bytes.</param>
internal sealed record RecordHead(
    string Site, string? Mark, ImmutableArray<string> Sources, SiteActivity Activity, string Ledger, ShownPage? Page, int Length);

[JsonSerializable(typeof(RecordPart))]
[JsonSerializable(typeof(SortedDictionary<string, string?>))]
internal sealed partial class RecordJson : JsonSerializerContext;
