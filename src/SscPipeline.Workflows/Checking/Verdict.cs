using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Checking;

/// <summary>What a verdict means for the submission as a whole.</summary>
internal static class Verdict
{
    public static SubmissionStatus Status(CheckedDocument verdict) => verdict switch
    {
        { IsRejected: true } => SubmissionStatus.Rejected,
        { RowCounts.Withheld: > 0 } or { ValueCounts.Withheld: > 0 } => SubmissionStatus.PartiallyAccepted,
        { Issues.Length: > 0 } => SubmissionStatus.AcceptedWithWarnings,
        _ => SubmissionStatus.Accepted,
    };

    /// <summary>The file holds what identifies a person: neither a copy of it nor its bytes may spread or be kept.</summary>
    public static bool NamesPersons(CheckedDocument verdict) => verdict.NamesPersons;

    public static ImmutableSortedDictionary<string, int> CountByCheck(CheckedDocument? verdict) =>
        (verdict?.Issues ?? [])
            .CountBy(issue => issue.Check, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Of the checks that had something to look at.</summary>
    public static ImmutableSortedDictionary<string, int> ExaminedByCheck(CheckedDocument? verdict) =>
        (verdict?.Checks ?? [])
            .Where(check => check.Examined > 0)
            .ToImmutableSortedDictionary(check => check.Id, check => check.Examined, StringComparer.Ordinal);
}
