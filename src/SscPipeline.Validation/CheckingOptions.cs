using SscPipeline.Domain.LungFunction;

namespace SscPipeline.Validation;

public sealed record CheckingOptions
{
    public Acceptance Acceptance { get; init; } = Acceptance.Values;

    /// <summary>A regular expression that a whole subject id must match; null accepts anything that is no identifier.</summary>
    public string? SubjectPattern { get; init; }

    public DatePolicy Dates { get; init; } = DatePolicy.Allowed;

    /// <summary>The study's equations: what % predicted as sent is compared with.</summary>
    public ReferenceChoice Reference { get; init; } = new();
}
