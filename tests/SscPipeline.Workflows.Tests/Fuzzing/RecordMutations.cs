using System.Buffers.Binary;

namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>Damage to the records of an <c>.xls</c> stream (two bytes of type, two of length) and of <c>.xlsb</c> parts.</summary>
internal static class RecordMutations
{
    /// <summary>The stream of records lies in one piece in files that one program wrote at once.</summary>
    public static byte[] OfBiff(byte[] content, Random random)
    {
        var bytes = content.ToArray();
        var begin = bytes.AsSpan().IndexOf<byte>([0x09, 0x08, 0x10, 0x00]);
        begin = begin < 0 ? bytes.AsSpan().IndexOf<byte>([0x09, 0x08, 0x08, 0x00]) : begin;
        var records = new List<int>();
        for (var at = Math.Max(begin, 0); at + 4 <= bytes.Length; at += 4 + Length(bytes, at))
        {
            records.Add(at);
        }

        for (var left = random.Next(1, 5); left > 0 && records.Count > 0; left--)
        {
            Damage(bytes, records[random.Next(records.Count)], random);
        }

        return bytes;
    }

    private static void Damage(byte[] bytes, int at, Random random)
    {
        var length = Length(bytes, at);
        var body = Math.Min(length, bytes.Length - at - 4);
        switch (random.Next(4))
        {
            case 0:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 2), (ushort)(length + random.Next(-4, 5)));
                break;
            case 1:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)NastyValues.Number(random));
                break;
            case 2 when body >= 2:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 4 + random.Next(body - 1)), (ushort)NastyValues.Number(random));
                break;
            default:
                random.NextBytes(bytes.AsSpan(at + 4, body));
                break;
        }
    }

    private static int Length(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2));
}
