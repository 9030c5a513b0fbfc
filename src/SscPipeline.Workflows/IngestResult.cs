using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows;

/// <param name="SubmissionId">Empty when the blob was gone before it could be read.</param>
/// <param name="Issues">How many issues were found, of any severity.</param>
public sealed record IngestResult(string Site, string SubmissionId, SubmissionStatus Status, int RowsAccepted, int Issues);
