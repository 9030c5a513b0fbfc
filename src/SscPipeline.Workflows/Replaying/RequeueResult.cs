using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Replaying;

/// <param name="Id">What was to be processed again.</param>
/// <param name="SubmissionId">What came of it; null when nothing was processed.</param>
/// <param name="Note">Why nothing was processed, or what else is to be said.</param>
public sealed record RequeueResult(string Id, string Site, string? SubmissionId, SubmissionStatus? Status, string? Note)
{
    internal static RequeueResult No(Poisoned item, string why) => new(item.Id, item.Site, SubmissionId: null, Status: null, why);
}
