using System.Buffers.Binary;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Detection;

/// <summary>Walks the central directory of a zip file, so that a million entries are noticed before they are loaded.</summary>
internal static class ZipDirectory
{
    private const int EndRecordLength = 22;
    private const int EntryLength = 46;
    private const int LocatorLength = 20;

    /// <exception cref="InvalidDataException">The file has no end record, so it was cut short or is no zip file.</exception>
    public static void Count(Stream zip, ReadingMeter meter)
    {
        var at = FindStart(zip);
        var count = 0;
        Span<byte> entry = stackalloc byte[EntryLength];
        while (at >= 0 && at + EntryLength <= zip.Length && ReadAt(zip, at, entry) && entry.StartsWith("PK\x01\x02"u8))
        {
            meter.CountZipEntries(++count);
            at += EntryLength + Number16(entry, 28) + Number16(entry, 30) + Number16(entry, 32);
        }
    }

    private static long FindStart(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndRecordLength + ushort.MaxValue + LocatorLength)];
        var tailStart = zip.Length - tail.Length;
        ReadAt(zip, tailStart, tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndRecordLength > tail.Length)
        {
            throw new InvalidDataException("The zip file has no end record.");
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        return start != uint.MaxValue ? start : FindLargeStart(zip, tail.AsSpan(0, end));
    }

    private static long FindLargeStart(Stream zip, ReadOnlySpan<byte> beforeEnd)
    {
        var locator = beforeEnd.LastIndexOf("PK\x06\x07"u8);
        Span<byte> record = stackalloc byte[56];
        if (locator < 0 || locator + LocatorLength > beforeEnd.Length
            || !ReadAt(zip, BinaryPrimitives.ReadInt64LittleEndian(beforeEnd[(locator + 8)..]), record))
        {
            throw new InvalidDataException("The zip64 end record is missing.");
        }

        return BinaryPrimitives.ReadInt64LittleEndian(record[48..]);
    }

    private static bool ReadAt(Stream zip, long at, Span<byte> into)
    {
        if (at < 0 || at > zip.Length - into.Length)
        {
            return false;
        }

        zip.Position = at;
        zip.ReadExactly(into);
        return true;
    }

    private static int Number16(ReadOnlySpan<byte> entry, int at) => BinaryPrimitives.ReadUInt16LittleEndian(entry[at..]);
}
