using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Outcomes;

/// <summary>The rows of a submission, by whoever has just saved them.</summary>
/// <param name="Rows">Rows are asked for more than once, and may be made each time.</param>
public sealed record SavedRows(SubmissionId Submission, IReadOnlyList<OutcomeRow> Rows);
