namespace SscPipeline.Workflows.Checking;

/// <summary>Keeps the managed heap of the process below a size while one piece of work runs.</summary>
/// <remarks>The garbage collector has one limit for the whole process, so such pieces run one after the other.</remarks>
internal static class HeapCap
{
    private const string Setting = "GCHeapHardLimit";

    /// <summary>What a collected heap keeps in hand; it is not counted as used by others.</summary>
    private const long Slack = 64L * 1024 * 1024;

    private static readonly Lock Gate = new();

    /// <summary>Far above what such work needs: the collector then goes by the machine's own memory again.</summary>
    private static readonly long Uncapped = Math.Max(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, 1L << 34);

    /// <summary>Bytes that the rest of the process holds at this moment, which are not to be blamed on the work that comes.</summary>
    public static long HeldByOthers()
    {
        lock (Gate)
        {
            return GC.GetTotalMemory(forceFullCollection: false) <= Slack ? 0 : Math.Max(0, Collected() - Slack);
        }
    }

    /// <exception cref="OutOfMemoryException">The work needs more.</exception>
    public static T Within<T>(long bytes, Func<T> work)
    {
        lock (Gate)
        {
            // What an earlier piece of work left behind would otherwise lie beside what this one needs.
            var held = GC.GetTotalMemory(forceFullCollection: false) > Slack / 2 ? Collected() : Committed();
            Set(Math.Max(bytes, held + (Slack / 8)));
            try
            {
                return work();
            }
            finally
            {
                Set(Uncapped);
            }
        }
    }

    private static long Collected()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Committed();
    }

    private static long Committed() => GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;

    private static void Set(long bytes)
    {
        AppContext.SetData(Setting, (ulong)bytes);
        GC.RefreshMemoryLimit();
    }
}
