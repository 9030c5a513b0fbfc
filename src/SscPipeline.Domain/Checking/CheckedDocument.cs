using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Checking;

/// <summary>The verdict on one document: what of it can be stored, and everything the site should know.</summary>
/// <param name="IsRejected">Nothing of it is used: a Fatal issue, or an Error where every Error rejects.</param>
/// <param name="Rows">What is accepted, in canonical units; empty when rejected. A row may be made anew each time it is asked for.</param>
/// <param name="Issues">In the order of sheet, row and column.</param>
/// <param name="Checks">One result per check of the catalogue, by id.</param>
public sealed record CheckedDocument(
    bool IsRejected,
    IReadOnlyList<OutcomeRow> Rows,
    ImmutableArray<Issue> Issues,
    ImmutableArray<CheckResult> Checks,
    RowCounts RowCounts,
    ValueCounts ValueCounts)
{
    /// <summary>How many values <see cref="Rows"/> have together.</summary>
    public int OutcomeCount { get; init; }

    /// <summary>The file holds what identifies a person: neither a copy of it nor its bytes may spread or be kept.</summary>
    public bool NamesPersons { get; init; }

    /// <summary>How units were converted.</summary>
    public ImmutableArray<ColumnConversion> Conversions { get; init; } = [];

    /// <summary>Headings that were not read, with what they may stand for.</summary>
    public ImmutableArray<ProposedHeading> ProposedMapping { get; init; } = [];
}
