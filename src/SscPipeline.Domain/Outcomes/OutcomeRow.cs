using System.Collections.Immutable;

namespace SscPipeline.Domain.Outcomes;

public enum RecordKind
{
    Subject,
    Visit,
    AdverseEvent,
}

/// <summary>All outcomes of one subject at one visit, the facts of one subject, or one adverse event, as one document sends them.</summary>
public sealed record OutcomeRow(RecordKind Kind, string Subject, ImmutableArray<Outcome> Outcomes)
{
    /// <summary>When the visit was, as sent; null unless <see cref="Kind"/> is <see cref="RecordKind.Visit"/>.</summary>
    public VisitTime? Visit { get; init; }

    /// <summary>1, 2, ... within subject and document for adverse events; 0 otherwise.</summary>
    public int Ordinal { get; init; }

    /// <summary>The sheet in which the row (or the first of its rows) stands.</summary>
    public required string Sheet { get; init; }

    /// <summary>The number of that row, 1 is the first of the sheet.</summary>
    public required int Row { get; init; }

    /// <summary>Variables that the row could hold and does not, and why.</summary>
    public ImmutableArray<MissingValue> Missing { get; init; } = [];

    /// <summary>Identifies the row within its document: <c>v~{subject}~{visit}</c> and the like, before any escaping.</summary>
    public (RecordKind Kind, string Subject, string Discriminator) Key => (Kind, Subject, Kind switch
    {
        RecordKind.Visit => Visit?.ToString() ?? "",
        RecordKind.AdverseEvent => Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    });
}

public sealed record MissingValue(string Variable, MissingReason Reason);

public enum MissingReason
{
    /// <summary>The cell is empty.</summary>
    Blank,

    /// <summary>The site wrote that it was not performed, refused or not available.</summary>
    NotDone,

    /// <summary>A value was sent and an Error withholds it.</summary>
    Withheld,
}
