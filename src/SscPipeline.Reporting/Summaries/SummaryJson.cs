using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace SscPipeline.Reporting.Summaries;

/// <summary><c>summary.json</c>.</summary>
public static class SummaryJson
{
    /// <summary>So many bytes hold the time of a summary: the title of the study, which stands before it, is never so long.</summary>
    public const int Beginning = 64 * 1024;

    /// <remarks>A study of more than <see cref="SubjectCourses.MostSubjects"/> subjects is not indented for eyes, and composite indices of single subjects are in
    /// <c>tables/composite_subjects.csv</c> alone: otherwise it would be three times as many megabytes.</remarks>
    public static byte[] Write(Summary summary)
    {
        var content = new FileBytes();
        Write(summary, content);
        return content.ToArray();
    }

    /// <summary>The same bytes while they are made: of a large study, storage has most of them before the last are written.</summary>
    public static Stream Start(Summary summary)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: PipedBytes.Piece, useSynchronizationContext: false));
        _ = Task.Run(() =>
        {
            try
            {
                Write(summary, new PipedBytes(pipe.Writer));
                pipe.Writer.Complete();
            }
            catch (Exception problem)
            {
                // Who reads is told of it.
                pipe.Writer.Complete(problem);
            }
        });
        return pipe.Reader.AsStream();
    }

    /// <summary>When a summary was made.</summary>
    /// <param name="beginning">Its first <see cref="Beginning"/> bytes, or all of a shorter one.</param>
    /// <returns>Null when it does not begin as ours do.</returns>
    public static DateTimeOffset? GeneratedAt(ReadOnlySpan<byte> beginning)
    {
        var reader = new Utf8JsonReader(beginning, isFinalBlock: false, state: default);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("generatedAt"u8))
            {
                return reader.Read() && reader.TryGetDateTimeOffset(out var time) ? time : null;
            }
        }

        return null;
    }

    /// <exception cref="JsonException">Not a summary.</exception>
    public static Summary Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Summary>(json, ContractJson.Options) ?? throw new JsonException("The summary is null.");

    private static void Write(Summary summary, IBufferWriter<byte> content)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var isLarge = summary.Population.Subjects > SubjectCourses.MostSubjects;
        var options = new JsonWriterOptions { Encoder = ContractJson.Options.Encoder, Indented = !isLarge, NewLine = ContractJson.Options.NewLine };
        using (var writer = new Utf8JsonWriter(content, options))
        {
            var written = isLarge && summary.Composite is { } composite ? summary with { Composite = composite with { Subjects = [] } } : summary;
            JsonSerializer.Serialize(writer, written, ContractJson.Options);
        }

        content.Write("\n"u8);
    }
}
