using System.Globalization;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets;

namespace SscPipeline.Workflows.Checking;

/// <summary>What one file may cost in time and memory on its whole way, from its bytes to its annotated copy.</summary>
/// <remarks>Time runs only while the file is worked on, not while storage is waited for.</remarks>
internal sealed class FileBudget(SpreadsheetLimits limits, long fileBytes, TimeProvider time)
{
    /// <summary>A smaller file unpacks to too little to need a cap on memory.</summary>
    private const int SmallFile = 64 * 1024;

    private readonly long heldByOthers = fileBytes < SmallFile ? 0 : HeapCap.HeldByOthers();
    private TimeSpan spent;

    /// <param name="work">Must look at its token often.</param>
    /// <param name="refuse">Called with what was exceeded.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public T Spend<T>(Func<CancellationToken, T> work, Func<WorkbookFault, T> refuse, CancellationToken cancellationToken)
    {
        if (spent >= limits.Time)
        {
            return refuse(TooSlow());
        }

        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(limits.Time - spent, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return fileBytes < SmallFile ? work(either.Token) : HeapCap.Within(heldByOthers + limits.HeapBytes, () => work(either.Token));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return refuse(TooSlow());
        }
        catch (OutOfMemoryException)
        {
            return refuse(TooBig());
        }
        finally
        {
            spent += time.GetElapsedTime(started);
        }
    }

    private WorkbookFault TooSlow()
    {
        var seconds = limits.Time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        return new(WorkbookFaultKind.LimitExceeded, $"a file that takes more than {seconds} s to check", $"a file may take {seconds} s");
    }

    private WorkbookFault TooBig()
    {
        var megabytes = (limits.HeapBytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
        return new(
            WorkbookFaultKind.LimitExceeded,
            $"a file with so many values, issues or texts that checking them takes more than {megabytes} MB of memory",
            $"a file may take {megabytes} MB; please split it, by subjects for example");
    }
}
