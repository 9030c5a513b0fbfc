using System.Collections.Concurrent;
using System.Diagnostics;
using SscPipeline.LocalHost;

namespace SscPipeline.Benchmarks;

/// <summary>Drops small workbooks into the inbox of a running local host, and takes the time until each has its receipt.</summary>
/// <remarks>A function has succeeded when receipt and page of the site are written, so nobody has to look into storage for them.</remarks>
internal sealed class DroppedFiles : IHostProgress
{
    private const int Rows = 12;
    private const int Columns = 34;

    private readonly ConcurrentDictionary<string, (long Dropped, TaskCompletionSource<double> Done)> waiting = new(StringComparer.Ordinal);

    public void Report(HostEvent hostEvent)
    {
        if (hostEvent.Blob is not { } blob || !waiting.TryGetValue(blob.Name, out var file))
        {
            return;
        }

        if (hostEvent.Kind == HostEventKind.Succeeded)
        {
            file.Done.TrySetResult(Stopwatch.GetElapsedTime(file.Dropped).TotalSeconds);
        }
        else if (hostEvent.Kind is HostEventKind.AttemptFailed or HostEventKind.Poisoned)
        {
            file.Done.TrySetException(new InvalidOperationException($"The host failed with {hostEvent.Fault}."));
        }
    }

    /// <returns>Seconds from before the upload to the receipt.</returns>
    public async Task<double> DropAsync(BenchmarkStudy study, string blobName, byte[] content)
    {
        var file = waiting[blobName] = (Stopwatch.GetTimestamp(), new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously));
        await study.Stores.Inbox.DropAsync(blobName, new MemoryStream(content, writable: false), CancellationToken.None);
        return await file.Done.Task;
    }

    /// <summary>Of twelve rows, with values and a subject of its own: the same bytes would be a duplicate, the same subject a contradiction.</summary>
    public static byte[] Workbook(string folder, int number, int rows = Rows)
    {
        var path = Path.Combine(folder, "small.xlsx");
        new StudyFile(rows, Columns) { Seed = number, FirstSubject = (number * rows) + 1 }.Write(path);
        return File.ReadAllBytes(path);
    }

    public static double Percentile(IEnumerable<double> seconds, double share)
    {
        double[] sorted = [.. seconds.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
