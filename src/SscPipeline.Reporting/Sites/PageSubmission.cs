using SscPipeline.Domain.Submissions;

namespace SscPipeline.Reporting.Sites;

/// <summary>One line of the ledger, as the site sees it.</summary>
public sealed record PageSubmission(
    string SubmissionId, string Document, SubmissionStatus Status, DateTimeOffset ReceivedAt, RowCounts Rows, int Issues)
{
    public bool IsCurrent { get; init; }

    /// <summary>A newer upload was current already when this one came.</summary>
    public bool IsSuperseded { get; init; }

    public string? Replaces { get; init; }

    public string? ReplacedBy { get; init; }

    /// <summary>The first submission of the same bytes; null unless this is a duplicate.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>The name of the annotated copy beside the receipt; null when there is none.</summary>
    public string? Annotated { get; init; }
}
