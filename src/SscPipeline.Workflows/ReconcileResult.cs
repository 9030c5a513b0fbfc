namespace SscPipeline.Workflows;

/// <param name="Listed">Blobs in the inbox.</param>
/// <param name="Ingested">Those of them that had no ledger row.</param>
public sealed record ReconcileResult(int Listed, int Ingested);
