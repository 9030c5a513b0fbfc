using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Replaying;

/// <summary>Why something cannot be replayed, in words for an operator.</summary>
internal static class ReplayText
{
    public static string Duplicate(LedgerEntry entry, string? first) => first is null
        ? $"{entry.SubmissionId} is a duplicate of an earlier submission and was never evaluated itself."
        : $"{entry.SubmissionId} is a duplicate and was never evaluated itself. Its bytes came first as {first}: replay that one.";

    public static string NoBytes(LedgerEntry entry) =>
        $"The bytes of {entry.SubmissionId} are not there any more: they were not kept as evidence (a file that cannot be opened or names a person never is), "
        + "and the inbox holds another version or none. The site has to send the document again.";
}
