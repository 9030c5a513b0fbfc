using System.Buffers;

namespace SscPipeline.Reporting;

/// <summary>The bytes of a file while it is written.</summary>
/// <remarks>They are gathered in lent pieces, each twice as long as the last, and copied once: a file asks for no more memory than it is long.</remarks>
internal sealed class FileBytes : IBufferWriter<byte>
{
    private const int FirstPiece = 16 * 1024;

    private readonly List<ArraySegment<byte>> full = [];
    private byte[] piece = ArrayPool<byte>.Shared.Rent(FirstPiece);
    private int written;

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return piece.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return piece.AsSpan(written);
    }

    public void Write(byte value)
    {
        Reserve(1);
        piece[written++] = value;
    }

    /// <summary>Nothing may be written afterwards: the pieces go back.</summary>
    public byte[] ToArray()
    {
        full.Add(new(piece, 0, written));
        var (all, end) = (GC.AllocateUninitializedArray<byte>(full.Sum(part => part.Count)), 0);
        foreach (var part in full)
        {
            part.AsSpan().CopyTo(all.AsSpan(end));
            end += part.Count;
            ArrayPool<byte>.Shared.Return(part.Array!);
        }

        (piece, written) = ([], 0);
        full.Clear();
        return all;
    }

    private void Reserve(int sizeHint)
    {
        if (piece.Length - written < Math.Max(sizeHint, 1))
        {
            full.Add(new(piece, 0, written));
            (piece, written) = (ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, 2 * piece.Length)), 0);
        }
    }
}
