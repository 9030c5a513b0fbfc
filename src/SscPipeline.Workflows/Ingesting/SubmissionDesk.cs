using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>What a person at the command line does with submissions: hand one in, look at the ledger, read a receipt.</summary>
public sealed class SubmissionDesk
{
    private readonly Stores stores;
    private readonly ReceiptDesk receipts;

    internal SubmissionDesk(Stores stores, ReceiptDesk receipts) => (this.stores, this.receipts) = (stores, receipts);

    public async Task PrepareStorageAsync(CancellationToken cancellationToken) => await stores.EnsureCreatedAsync(cancellationToken);

    /// <summary>Puts a file into the inbox, replacing one of the same name.</summary>
    /// <param name="blobName"><c>{site}/{document}</c>; anything else gets a receipt under <c>_unassigned</c>.</param>
    /// <param name="content">Read to its end.</param>
    public async Task DropAsync(string blobName, Stream content, CancellationToken cancellationToken) =>
        await stores.Inbox.DropAsync(blobName, content, cancellationToken);

    /// <summary>All sites that ever sent something, and last the place of what was put outside any site.</summary>
    public async Task<ImmutableArray<SiteCode>> SitesAsync(CancellationToken cancellationToken) =>
        [.. await stores.Ledger.SitesAsync(cancellationToken), SiteCode.Unassigned];

    /// <summary>The site's submissions, newest first.</summary>
    public async Task<ImmutableArray<SubmissionOverview>> ListAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var current = (await stores.Ledger.CurrentAsync(site, cancellationToken)).Select(pointer => pointer.SubmissionId).ToHashSet();
        return [.. (await stores.Ledger.ListAsync(site, cancellationToken)).Select(entry => new SubmissionOverview(
            entry.Site.Value, entry.Document, entry.SubmissionId.Value, entry.Status, current.Contains(entry.SubmissionId),
            entry.RowsRead, entry.RowsAccepted, entry.RowsWithheld, entry.Issues.Values.Sum(), entry.Attempt, entry.ReceivedAt, entry.CompletedAt))];
    }

    public async Task<Receipt?> ReceiptAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken) =>
        await receipts.FindAsync(site, submission, cancellationToken);

    /// <summary>What explains a receipt, in its language.</summary>
    public ReceiptGuide Guide(Receipt receipt) => receipts.Guide(receipt);
}

/// <summary>A line of the ledger.</summary>
public sealed record SubmissionOverview(
    string Site,
    string Document,
    string SubmissionId,
    SubmissionStatus Status,
    bool IsCurrent,
    int RowsRead,
    int RowsAccepted,
    int RowsWithheld,
    int Issues,
    int Attempt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? CompletedAt);
