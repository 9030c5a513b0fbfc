using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;

namespace SscPipeline.Workflows.Api;

/// <summary>Whether inbox and ledger answer. Anybody may ask, so the answer of the last seconds is given again.</summary>
public sealed class StorageProbe : IDisposable
{
    private const string NoSuchBlob = "_health";

    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    private readonly Stores stores;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim alone = new(1, 1);
    private (long At, bool IsWell)? last;

    internal StorageProbe(Stores stores, TimeProvider time) => (this.stores, this.time) = (stores, time);

    public async Task<bool> IsWellAsync(CancellationToken cancellationToken)
    {
        await alone.WaitAsync(cancellationToken);
        try
        {
            if (last is not { } known || time.GetElapsedTime(known.At) > Holds)
            {
                last = known = (time.GetTimestamp(), await AskAsync(cancellationToken));
            }

            return known.IsWell;
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose() => alone.Dispose();

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await stores.Inbox.CurrentETagAsync(NoSuchBlob, either.Token);
            await stores.Ledger.FindAcceptedBytesAsync(SiteCode.Unassigned, new string('0', 64), either.Token);
            return true;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is not null)
        {
            return false;
        }
    }
}
