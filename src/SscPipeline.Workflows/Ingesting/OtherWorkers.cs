using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>An event delivered twice, or two hosts: whoever began a submission last works on it, and the others wait for the end.</summary>
internal sealed class OtherWorkers(Stores stores, ReceiptDesk receipts, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Longer than any file may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(75);

    /// <summary>For a receipt to follow its ledger row; after that it is taken for lost.</summary>
    private static readonly TimeSpan ReceiptPatience = TimeSpan.FromSeconds(5);

    /// <param name="ours">As it was begun here, before another worker began it again.</param>
    /// <returns>The final row, with its receipt in place unless that was lost.</returns>
    /// <exception cref="TimeoutException">The other worker did not finish. The host tries again, and then this one is the last to begin.</exception>
    public async Task<LedgerEntry> WaitAsync(LedgerEntry ours, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < Patience)
        {
            if (await stores.Ledger.FindAsync(ours.Site, ours.SubmissionId, cancellationToken) is { IsFinal: true } settled)
            {
                await ReceiptAsync(settled, cancellationToken);
                return settled;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        throw new TimeoutException($"Submission {ours.SubmissionId} was taken over by another worker, which did not settle it.");
    }

    private async Task ReceiptAsync(LedgerEntry settled, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < ReceiptPatience && await receipts.FindAsync(settled, cancellationToken) is null)
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
