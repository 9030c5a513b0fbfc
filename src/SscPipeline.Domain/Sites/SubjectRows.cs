using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Domain.Sites;

/// <summary>The rows of all documents that speak of one subject, by kind, the latest submission last.</summary>
internal sealed class SubjectRows
{
    public List<(OutcomeRow Row, PlacedRow Source)> Facts { get; } = [];

    public List<(OutcomeRow Row, PlacedRow Source)> Visits { get; } = [];

    public List<(OutcomeRow Row, PlacedRow Source)> AdverseEvents { get; } = [];

    /// <returns>Null for a kind that is none of them.</returns>
    public List<(OutcomeRow Row, PlacedRow Source)>? Of(RecordKind kind) => kind switch
    {
        RecordKind.Subject => Facts,
        RecordKind.Visit => Visits,
        RecordKind.AdverseEvent => AdverseEvents,
        _ => null,
    };
}
