namespace SscPipeline.Storage.Ledger;

public enum CommitOutcome
{
    Committed,

    /// <summary>Somebody else was faster with this submission, its document or its bytes: nothing was written; read again and decide again.</summary>
    Conflict,
}
