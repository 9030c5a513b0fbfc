using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Replaying;

/// <summary>What came of one replay.</summary>
/// <param name="ReplayOf">The submission whose bytes were evaluated again.</param>
/// <param name="SubmissionId">Of the new evaluation; null when nothing was stored.</param>
/// <param name="Before">As it was evaluated last.</param>
/// <param name="After">Null when there was nothing to replay.</param>
/// <param name="Outcomes">Compared with what was current before; null when there was nothing to replay.</param>
/// <param name="IsCurrent">The new evaluation is the one in use.</param>
/// <param name="NotReplayed">Why there was nothing to replay, and what to do; null when it was replayed.</param>
public sealed record ReplayResult(
    string Site,
    string Document,
    string ReplayOf,
    string? SubmissionId,
    Evaluation Before,
    Evaluation? After,
    OutcomeCounts? Outcomes,
    bool IsCurrent,
    string? NotReplayed);

/// <param name="Issues">How many, of any severity.</param>
public sealed record Evaluation(SubmissionStatus Status, int RowsAccepted, int RowsWithheld, int Issues, string DictionaryVersion);
