namespace SscPipeline.Workflows.Api;

/// <summary>How many files may lie in memory at once because somebody sends them over HTTP, and for how long each may take to arrive.</summary>
/// <remarks>Four of 50 MB are 200 MB at most. Who waits longer than <see cref="Patience"/> is sent away and can try again.</remarks>
public sealed class FilePlaces(TimeProvider time) : IDisposable
{
    private const int Most = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Arrival = TimeSpan.FromMinutes(3);

    private readonly SemaphoreSlim places = new(Most, Most);

    /// <summary>Reads a file to its end and works on it.</summary>
    /// <param name="limit">In bytes. One byte more, and nothing further is read.</param>
    /// <param name="work">Called with the whole file.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<FileTaken<T>> TakeAsync<T>(
        Stream body, long limit, Func<byte[], Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        if (!await places.WaitAsync(Patience, cancellationToken))
        {
            return new(FileFault.NoPlace, null);
        }

        try
        {
            var (fault, content) = await ReadAsync(body, limit, cancellationToken);
            return content is null ? new(fault, null) : new(FileFault.None, await work(content));
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<(FileFault Fault, byte[]? Content)> ReadAsync(Stream body, long limit, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Arrival, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var content = new MemoryStream();
        var chunk = new byte[81_920];
        try
        {
            for (int read; (read = await body.ReadAsync(chunk, either.Token)) > 0;)
            {
                if (content.Length + read > limit)
                {
                    return (FileFault.TooLarge, null);
                }

                content.Write(chunk, 0, read);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (FileFault.TooSlow, null);
        }

        return (FileFault.None, content.ToArray());
    }
}

/// <param name="Result">Null when there was a fault.</param>
public sealed record FileTaken<T>(FileFault Fault, T? Result)
    where T : class;

public enum FileFault
{
    None,

    /// <summary>Larger than a file may be.</summary>
    TooLarge,

    /// <summary>It took too long to arrive.</summary>
    TooSlow,

    /// <summary>Too many others send files at this moment.</summary>
    NoPlace,
}
