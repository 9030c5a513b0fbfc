using System.Security.Cryptography;
using SscPipeline.Domain.Submissions;
using SscPipeline.Spreadsheets;
using SscPipeline.Storage;

namespace SscPipeline.Workflows.Api;

/// <summary>Puts what a site sends over HTTP where it would have dropped it.</summary>
/// <remarks>In one write of the whole file: storage's client names the blocks of a stream by their offset, so two uploads of one name at one time could
/// be mixed into a file that nobody sent.</remarks>
public sealed class SiteInbox
{
    private readonly Stores stores;
    private readonly FilePlaces places;

    internal SiteInbox(Stores stores, FilePlaces places, SpreadsheetLimits limits) => (this.stores, this.places, MostBytes) = (stores, places, limits.FileBytes);

    /// <summary>Of one file.</summary>
    public long MostBytes { get; }

    /// <param name="document">One without a <see cref="DocumentName.ProblemWith">problem</see>.</param>
    /// <param name="body">Read to its end, or to one byte more than a file may have; then nothing is stored.</param>
    public async Task<FileTaken<SentDocument>> SendAsync(SiteCode site, string document, Stream body, CancellationToken cancellationToken)
    {
        var name = DocumentName.BlobName(site, document);
        return await places.TakeAsync(body, MostBytes, StoreAsync, cancellationToken);

        async Task<SentDocument> StoreAsync(byte[] content)
        {
            using var file = new MemoryStream(content, writable: false);
            var written = await stores.Inbox.DropAsync(name, file, cancellationToken);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            return new SentDocument(SubmissionId.Of(written.LastModified, hash).Value, site.Value, document, hash, content.Length, written.LastModified);
        }
    }
}

/// <param name="SubmissionId">The one that it will have. Two documents of the same bytes in one second would share it: then the later one gets the next.</param>
/// <param name="Sha256">Of the bytes as received, lower-case hex.</param>
public sealed record SentDocument(string SubmissionId, string Site, string Document, string Sha256, long Bytes, DateTimeOffset ReceivedAt)
{
    /// <summary>Below <c>/api</c>.</summary>
    public string ReceiptPath => $"sites/{Site}/submissions/{SubmissionId}/receipt";
}
