using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Ledger;

/// <summary>Which submission of a document is current.</summary>
/// <param name="ETag">Opaque: a move must name it, so that it fails when another move came in between.</param>
public sealed record DocumentPointer(string Document, SubmissionId SubmissionId, string ETag);
