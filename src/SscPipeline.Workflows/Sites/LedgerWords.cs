using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Sites;

/// <summary>A word for what the ledger says of a site: the same for the same state of the ledger.</summary>
internal static class LedgerWords
{
    public static string Of(IEnumerable<LedgerEntry> entries, IEnumerable<(string Document, SubmissionId Submission)> current) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        [
            .. entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.SubmissionId} {entry.Status} {entry.CompletedAt:O}")),
            .. current.Select(document => document.ToString()).Order(StringComparer.Ordinal),
        ]))));
}
