namespace SscPipeline.Workflows;

/// <summary>Ingests whatever lies in the inbox without a ledger row, so that a lost event loses nothing.</summary>
public interface IReconcileInbox
{
    Task<ReconcileResult> RunAsync(CancellationToken cancellationToken);
}
