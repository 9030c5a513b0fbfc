using System.Buffers.Binary;
using System.Text;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Detection;

namespace SscPipeline.Spreadsheets.Xls;

/// <summary>Document properties of an OLE2 file ([MS-OLEPS]), as far as persons write them.</summary>
internal static class PropertyStreams
{
    private const int Ansi = 0x1E;
    private const int Wide = 0x1F;
    private const int LongestText = 32_767;

    private static readonly Dictionary<uint, string> s_summary = new()
    {
        [2] = "title",
        [3] = "subject",
        [4] = "creator",
        [5] = "keywords",
        [6] = "description",
        [8] = "lastModifiedBy",
    };

    private static readonly Dictionary<uint, string> s_document = new() { [2] = "category", [14] = "manager", [15] = "company" };

    public static IEnumerable<WorkbookText> Read(CompoundFile file) =>
        Read(file.TryRead("\u0005SummaryInformation"), s_summary)
            .Concat(Read(file.TryRead("\u0005DocumentSummaryInformation"), s_document));

    private static List<WorkbookText> Read(byte[]? stream, Dictionary<uint, string> names)
    {
        var found = new List<WorkbookText>();
        var section = Number(stream, 44);
        var encoding = CodePages.Get(1252);
        for (var i = 0; stream is not null && section is { } start && i < Number(stream, start + 4) && i < 1000; i++)
        {
            var at = start + 8 + (i * 8L);
            if (Number(stream, at) is not { } id || Number(stream, at + 4) is not { } offset)
            {
                break;
            }

            if (id == 1)
            {
                encoding = CodePages.Get((int)((Number(stream, start + offset + 4) ?? 0) & 0xFFFF));
            }
            else if (names.TryGetValue(id, out var name) && Text(stream, start + (long)offset, encoding) is { Length: > 0 } text)
            {
                found.Add(new WorkbookText($"document property \"{name}\"", text));
            }
        }

        return found;
    }

    /// <summary>A property that points outside its stream holds no text.</summary>
    private static string? Text(byte[] stream, long at, Encoding encoding)
    {
        var type = Number(stream, at);
        var length = type == Wide ? Number(stream, at + 4) * 2L : Number(stream, at + 4);
        if (type is not (Ansi or Wide) || length is null or > LongestText || at + 8 + length > stream.Length)
        {
            return null;
        }

        var bytes = stream.AsSpan((int)at + 8, (int)length.Value);
        return (type == Wide ? Encoding.Unicode : encoding).GetString(bytes).Trim('\0', ' ');
    }

    private static uint? Number(byte[]? stream, long at) =>
        stream is not null && at >= 0 && at + 4 <= stream.Length ? BinaryPrimitives.ReadUInt32LittleEndian(stream.AsSpan((int)at)) : null;
}
