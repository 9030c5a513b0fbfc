using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Ledger;

/// <summary>What became of each submission, and which one of a document is current.</summary>
public interface ISubmissionLedger
{
    Task<LedgerEntry?> FindAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken);

    /// <summary>Notes that the work on a submission begins, or begins again: Processing, with the attempt counted.</summary>
    /// <returns>The entry as it stands now; one that is final already, or that another document of the same bytes and second has
    /// taken, is left and returned as it is.</returns>
    Task<LedgerEntry> BeginAsync(
        SiteCode site, SubmissionId submission, string document, string sha256, string uploadETag, DateTimeOffset receivedAt, CancellationToken cancellationToken);

    /// <summary>Like the beginning of an upload, for what is told in full: a replay, or a row to be taken up again.</summary>
    /// <param name="begun">Attempt, claim and ETag are given here.</param>
    Task<LedgerEntry> BeginEntryAsync(LedgerEntry begun, CancellationToken cancellationToken);

    /// <summary>The site's documents, in the order of their keys.</summary>
    Task<ImmutableArray<DocumentPointer>> CurrentAsync(SiteCode site, CancellationToken cancellationToken);

    /// <param name="sha256">Lower-case hex.</param>
    Task<AcceptedBytes?> FindAcceptedBytesAsync(SiteCode site, string sha256, CancellationToken cancellationToken);

    /// <summary>Makes an entry final and, where asked, the submission current and its bytes known: all at once or not at all.</summary>
    /// <param name="final">With the ETag that <see cref="BeginAsync"/> or <see cref="FindAsync"/> returned.</param>
    /// <param name="move">Null when the submission does not become current.</param>
    /// <param name="rememberBytes">Bytes that are known already stay with their first submission.</param>
    /// <remarks>Safe to repeat: an entry that already says the same is Committed.</remarks>
    /// <exception cref="ArgumentException">The status is not final, or the move is of another document or submission.</exception>
    Task<CommitOutcome> CommitAsync(LedgerEntry final, PointerMove? move, bool rememberBytes, CancellationToken cancellationToken);

    /// <summary>What the ledger knows of uploads of one second, by their own time.</summary>
    Task<ImmutableArray<LedgerEntry>> UploadedAtAsync(SiteCode site, DateTimeOffset second, CancellationToken cancellationToken);

    /// <summary>Writes down what an operator did; two deeds of one moment are both kept.</summary>
    Task NoteAsync(OperatorAction action, CancellationToken cancellationToken);

    /// <summary>What operators did at a site, newest first.</summary>
    Task<ImmutableArray<OperatorAction>> ActionsAsync(SiteCode site, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<ImmutableArray<LedgerEntry>> ListAsync(SiteCode site, CancellationToken cancellationToken);

    /// <summary>Every site that ever sent something, in the order of their codes; never <see cref="SiteCode.Unassigned"/>.</summary>
    Task<ImmutableArray<SiteCode>> SitesAsync(CancellationToken cancellationToken);

    /// <summary>The same sites, each with its mark: what tells that nothing has changed at a site without looking into its ledger.</summary>
    Task<ImmutableArray<SiteMark>> MarksAsync(CancellationToken cancellationToken);

    /// <summary>Gives the site another mark though nothing has begun: whoever kept something of it reads it again.</summary>
    Task RenewMarkAsync(SiteCode site, CancellationToken cancellationToken);
}
