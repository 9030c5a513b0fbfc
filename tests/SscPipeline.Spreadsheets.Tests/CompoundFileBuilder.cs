using System.Buffers.Binary;
using System.Text;

namespace SscPipeline.Spreadsheets;

/// <summary>The smallest OLE2 file: a header, one allocation sector, one directory sector with one empty stream.</summary>
internal static class CompoundFileBuilder
{
    public static byte[] With(string stream)
    {
        var file = new byte[512 * 3];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        file[30] = 9;
        file[32] = 6;
        Put(file, 48, 1);
        Put(file, 56, 4096);
        Put(file, 60, 0xFFFFFFFE);
        Put(file, 68, 0xFFFFFFFE);
        file.AsSpan(76, 436).Fill(0xFF);
        Put(file, 76, 0);
        file.AsSpan(512, 512).Fill(0xFF);
        Put(file, 512, 0xFFFFFFFD);
        Put(file, 516, 0xFFFFFFFE);
        Entry(file.AsSpan(1024), "Root Entry", 5);
        Entry(file.AsSpan(1152), stream, 2);
        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte type)
    {
        Encoding.Unicode.GetBytes(name, entry);
        entry[64] = (byte)((name.Length + 1) * 2);
        entry[66] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], 0xFFFFFFFE);
    }

    private static void Put(byte[] file, int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), number);
}
