using System.Buffers.Binary;

namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>Damage that knows no format.</summary>
internal static class ByteMutations
{
    public static byte[] Some(byte[] content, Random random)
    {
        var bytes = content;
        for (var left = random.Next(1, 6); left > 0 && bytes.Length > 8; left--)
        {
            bytes = One(bytes, random);
        }

        return bytes;
    }

    private static byte[] One(byte[] content, Random random)
    {
        var bytes = content.ToArray();
        var at = random.Next(bytes.Length - 4);
        var length = random.Next(1, Math.Min(512, bytes.Length - at));
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)NastyValues.Number(random));
                return bytes;
            case 3:
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), NastyValues.Number(random));
                return bytes;
            case 4:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 5:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 6:
                bytes.AsSpan(at, length).Fill((byte)random.Next(256));
                return bytes;
            default:
                var from = random.Next(bytes.Length - length);
                bytes.AsSpan(from, length).ToArray().CopyTo(bytes, at);
                return bytes;
        }
    }
}
