using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Outcomes;

/// <summary>What submissions say. Written rows are never changed by another submission: the key begins with the submission's id.</summary>
public interface IOutcomeStore
{
    /// <summary>Safe to repeat, and not atomic: nobody reads the rows before a pointer names the submission.</summary>
    /// <exception cref="ArgumentException">Two rows have the same key, a row has a variable twice or one without a value, or a row is
    /// larger than a table can hold. Nothing was written then.</exception>
    /// <param name="attempt">As the ledger counts it, from 1. A later attempt removes rows that an earlier one left.</param>
    /// <param name="isRepeat">This very attempt has saved rows before; those that are not among these are removed.</param>
    /// <returns>False when a later attempt has taken over: then it is that one's rows that are there, or will be.</returns>
    Task<bool> SaveAsync(
        SiteCode site, SubmissionId submission, IReadOnlyList<OutcomeRow> rows, int attempt, bool isRepeat, CancellationToken cancellationToken);

    /// <summary>In the order of their keys (adverse events, subjects, visits), each exactly as it was saved; empty when there is none.</summary>
    Task<ImmutableArray<OutcomeRow>> ReadAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken);

    /// <summary>The same rows one after the other, since those of a large document are several hundred megabytes together.</summary>
    IAsyncEnumerable<OutcomeRow> StreamAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken);

    /// <summary>The rows of several submissions subject by subject, each subject once, in the order of the submissions and of their keys.</summary>
    /// <param name="saved">Rows of one of these submissions as they were saved, which need not be read again; null for none.</param>
    IAsyncEnumerable<ImmutableArray<(SubmissionId Submission, OutcomeRow Row)>> SubjectsAsync(
        SiteCode site, IReadOnlyList<SubmissionId> submissions, SavedRows? saved, CancellationToken cancellationToken);
}
