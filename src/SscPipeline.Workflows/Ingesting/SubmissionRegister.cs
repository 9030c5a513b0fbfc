using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>Gives an upload its id and its place in the ledger.</summary>
/// <remarks>Blob storage tells time to the second, so two documents of a site with the same bytes can ask for the same id: the one that
/// comes second moves on by a millisecond. The same upload delivered again finds the id that it was given.</remarks>
internal sealed class SubmissionRegister(Stores stores)
{
    /// <returns>A final entry when the upload was settled before.</returns>
    public async Task<LedgerEntry> BeginAsync(Upload upload, CancellationToken cancellationToken)
    {
        for (var nudge = 0; ; nudge++)
        {
            var entry = await stores.Ledger.BeginAsync(
                upload.Site,
                SubmissionId.Of(upload.LastModified.AddMilliseconds(nudge), upload.Sha256),
                upload.Document,
                upload.Sha256,
                upload.ETag,
                upload.LastModified,
                cancellationToken);
            if (entry.Document == upload.Document)
            {
                return entry;
            }
        }
    }
}
