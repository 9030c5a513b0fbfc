using System.Collections.Immutable;
using SscPipeline.Domain.Checking;

namespace SscPipeline.Domain.Submissions;

/// <summary>What a site is told about one submission. Its JSON form is a contract: members are only ever added.</summary>
public sealed record Receipt
{
    /// <summary>At most this many issues are listed; the counts are complete.</summary>
    public const int MaxIssues = 1_000;

    /// <summary>At most this many issues of one check are listed.</summary>
    public const int MaxIssuesPerCheck = 100;

    /// <summary>At most this many changes are listed; the counts are complete.</summary>
    public const int MaxChanges = 1_000;

    public int SchemaVersion { get; init; } = 1;

    public required string SubmissionId { get; init; }

    public required string Site { get; init; }

    public required string Document { get; init; }

    /// <summary>Lower-case hex of the bytes as received.</summary>
    public required string Sha256 { get; init; }

    public required SubmissionStatus Status { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset CompletedAt { get; init; }

    public required string DictionaryVersion { get; init; }

    public RowCounts Rows { get; init; } = new(0, 0, 0);

    public ValueCounts Values { get; init; } = new(0, 0, 0, 0);

    public OutcomeCounts Outcomes { get; init; } = new(0, 0, 0, 0);

    public ImmutableArray<ReceiptIssue> Issues { get; init; } = [];

    /// <summary>Complete counts by check, also of issues that <see cref="Issues"/> no longer lists.</summary>
    public ImmutableSortedDictionary<string, int> IssuesByCheck { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public ImmutableArray<CheckResult> Checks { get; init; } = [];

    /// <summary>What differs from the version that this one replaced.</summary>
    public ImmutableArray<OutcomeChange> Changes { get; init; } = [];

    /// <summary>The submission that was current before; null when there was none or when this one did not become current.</summary>
    public string? Replaces { get; init; }

    /// <summary>A newer upload of the document was already current, so this one is kept and not used.</summary>
    public bool IsSuperseded { get; init; }

    public DuplicateOf? DuplicateOf { get; init; }

    /// <summary>The submission whose bytes were evaluated again; null for an upload.</summary>
    public string? ReplayOf { get; init; }

    /// <summary>Lines for the site's mapping that would have columns read that were not.</summary>
    public ImmutableArray<ProposedHeading> ProposedMapping { get; init; } = [];

    /// <summary>How units were converted, column by column.</summary>
    public ImmutableArray<ColumnConversion> Conversions { get; init; } = [];

    /// <summary>Of the texts in this receipt: <c>en</c> or <c>zh</c>.</summary>
    public string Language { get; init; } = LanguageCode.Of(Domain.Language.English);

    /// <summary>The name of the annotated copy beside the receipt; null when there is none: the file could not be read, names persons, or
    /// was not looked into.</summary>
    public string? Annotated { get; init; }
}

public sealed record RowCounts(int Read, int Accepted, int Withheld);

public sealed record ValueCounts(int Read, int Accepted, int Withheld, int Missing);

public sealed record OutcomeCounts(int Inserted, int Changed, int Withdrawn, int Unchanged);

/// <summary>An issue in words, ready to be shown.</summary>
/// <param name="Cell">An A1 address; null for an issue about the file or a whole sheet.</param>
public sealed record ReceiptIssue(
    Severity Severity, string Check, string? Sheet, string? Cell, string? Subject, string? Variable, string Message, string Fix)
{
    /// <summary>What to type into the cell instead, where that is known; empty to empty the cell. The site decides.</summary>
    public string? Suggestion { get; init; }
}

/// <param name="Kind"><c>inserted</c>, <c>changed</c> or <c>withdrawn</c>.</param>
/// <param name="Visit">As in the row key: <c>20120305</c>, <c>d184</c>, <c>m6</c>; null for a subject's facts.</param>
public sealed record OutcomeChange(string Kind, string Subject, string? Visit, string Variable, string? Old, string? New);

/// <param name="CurrentSubmissionId">What is current for that document now; equal to <paramref name="SubmissionId"/> unless it was replaced.</param>
public sealed record DuplicateOf(string SubmissionId, string Document, DateTimeOffset ReceivedAt, string? CurrentSubmissionId);
