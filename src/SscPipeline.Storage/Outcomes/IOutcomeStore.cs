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
    /// <param name="isRepeat">An earlier attempt may have left other rows; they are removed, so that just these rows are there.</param>
    Task SaveAsync(
        SiteCode site, SubmissionId submission, IReadOnlyList<OutcomeRow> rows, bool isRepeat, CancellationToken cancellationToken);

    /// <summary>In the order of their keys (adverse events, subjects, visits), each exactly as it was saved; empty when there is none.</summary>
    Task<ImmutableArray<OutcomeRow>> ReadAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken);
}
