using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Ledger;

/// <summary>The first accepted submission that had these bytes.</summary>
public sealed record AcceptedBytes(SubmissionId SubmissionId, string Document, DateTimeOffset ReceivedAt);
