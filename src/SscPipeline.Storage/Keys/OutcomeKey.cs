using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Keys;

/// <param name="Subject">Null when the subject was too long for a key; its row has it whole.</param>
/// <param name="Discriminator">The visit, or the number of the adverse event; empty for a subject's facts.</param>
public sealed record OutcomeKey(SubmissionId Submission, RecordKind Kind, string? Subject, string Discriminator);
