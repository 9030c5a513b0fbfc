using System.Buffers;
using System.IO.Pipelines;

namespace SscPipeline.Reporting;

/// <summary>Hands what is written to the reader of a pipe, a piece at a time.</summary>
/// <param name="pipe">With a reader for whom nobody waits: then handing over is done at once.</param>
internal sealed class PipedBytes(PipeWriter pipe) : IBufferWriter<byte>
{
    public const int Piece = 256 * 1024;

    private int held;

    public void Advance(int count)
    {
        pipe.Advance(count);
        held += count;
        if (held >= Piece)
        {
            pipe.FlushAsync().AsTask().GetAwaiter().GetResult();
            held = 0;
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => pipe.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => pipe.GetSpan(sizeHint);
}
