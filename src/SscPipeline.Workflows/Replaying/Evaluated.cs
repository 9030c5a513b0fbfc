using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Replaying;

internal static class Evaluated
{
    public static Evaluation Of(LedgerEntry entry) =>
        new(entry.Status, entry.RowsAccepted, entry.RowsWithheld, entry.Issues.Values.Sum(), entry.DictionaryVersion);
}
