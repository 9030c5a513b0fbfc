using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Replaying;

/// <summary>What is to be replayed: one submission, the current version of a document, or that of all documents.</summary>
public sealed record ReplayRequest
{
    /// <summary>Null for all sites.</summary>
    public SiteCode? Site { get; init; }

    /// <summary>Null for whatever is current or open.</summary>
    public SubmissionId? Submission { get; init; }

    /// <summary>Null for all documents.</summary>
    public string? Document { get; init; }
}
