using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Ledger;

/// <summary>What the ledger says of one submission.</summary>
public sealed record LedgerEntry
{
    public required SiteCode Site { get; init; }

    public required SubmissionId SubmissionId { get; init; }

    public required string Document { get; init; }

    /// <summary>Lower-case hex of the bytes as received.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the blob that was ingested: tells apart uploads of one second.</summary>
    public string UploadETag { get; init; } = "";

    public SubmissionStatus Status { get; init; }

    public int RowsRead { get; init; }

    public int RowsAccepted { get; init; }

    public int RowsWithheld { get; init; }

    /// <summary>Complete counts by check.</summary>
    public ImmutableSortedDictionary<string, int> Issues { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>How many values or rows each check looked at; empty in rows of an earlier version.</summary>
    public ImmutableSortedDictionary<string, int> Examined { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>How often the work on it was begun, from 1.</summary>
    public int Attempt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null until the status is final.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    public string DictionaryVersion { get; init; } = "";

    /// <summary>The submission that was current before; null when there was none or when this one did not become current.</summary>
    public string? Replaces { get; init; }

    /// <summary>A newer upload of the document was already current, so this one is kept and not used.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>The submission whose bytes were replayed; null for an upload.</summary>
    public string? ReplayOf { get; init; }

    /// <summary>What was current when an operator asked for this replay to become current in its stead; null when nobody did.</summary>
    public string? TakesPlaceOf { get; init; }

    /// <summary>Opaque: which worker began the last attempt, so that nobody takes another's beginning for its own.</summary>
    public string Claim { get; init; } = "";

    /// <summary>Opaque: the version of the row that was read. Not part of what the entry says.</summary>
    public string ETag { get; init; } = "";

    public bool IsFinal => Status != SubmissionStatus.Processing;

    /// <summary>Whether both say the same, whichever versions of the row they are.</summary>
    public bool SaysTheSameAs(LedgerEntry other) =>
        this with { ETag = "", Issues = other.Issues, Examined = other.Examined } == other with { ETag = "" }
        && Issues.SequenceEqual(other.Issues)
        && Examined.SequenceEqual(other.Examined);
}
