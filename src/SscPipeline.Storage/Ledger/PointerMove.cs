using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Ledger;

/// <summary>Makes a submission the current one of its document.</summary>
/// <param name="ExpectedETag">Of the pointer that was read; null when the document had none.</param>
public sealed record PointerMove(string Document, SubmissionId SubmissionId, string? ExpectedETag)
{
    /// <inheritdoc cref="DocumentPointer.Newest"/>
    public SubmissionId Newest { get; init; } = SubmissionId;
}
