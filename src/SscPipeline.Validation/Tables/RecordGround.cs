using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Tables;

/// <summary>What records have in common: one object for all visits at that time, one for all subjects and one for all adverse events, since a document has
/// many records and few times.</summary>
/// <param name="Visit">Null unless the records are visits.</param>
internal sealed record RecordGround(RecordKind Kind, VisitTime? Visit, Withholding Withheld);
