namespace SscPipeline.Spreadsheets.Limits;

/// <summary>Counts the bytes that come out of a zip part while they are read.</summary>
/// <remarks>
/// XML may not hold <c>&lt;</c> inside a tag or a text, so a long run without one is a single tag or text, which a parser would
/// collect in memory. It ends the reading here; the longest cell allowed, with every character escaped, is below a third of the run.
/// </remarks>
internal sealed class MeteredStream(Stream inner, ReadingMeter meter, bool isXml) : Stream
{
    private const int LongestRun = 1024 * 1024;
    private int _run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        meter.CountInflated(read);
        if (isXml)
        {
            CheckRun(buffer[..read]);
        }

        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckRun(ReadOnlySpan<byte> bytes)
    {
        var (first, last) = (bytes.IndexOf((byte)'<'), bytes.LastIndexOf((byte)'<'));
        if (_run + (first < 0 ? bytes.Length : first) > LongestRun)
        {
            meter.CheckLength(int.MaxValue);
        }

        _run = last < 0 ? _run + bytes.Length : bytes.Length - last;
    }
}
