using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Ledger;

/// <summary>Which submission of a document is current.</summary>
/// <param name="ETag">Opaque: a move must name it, so that it fails when another move came in between.</param>
public sealed record DocumentPointer(string Document, SubmissionId SubmissionId, string ETag)
{
    /// <summary>The newest upload that ever was current. It differs from the current one when an older one was made current again:
    /// an upload that comes late then still has to be newer than all that were seen.</summary>
    public SubmissionId Newest { get; init; } = SubmissionId;
}
