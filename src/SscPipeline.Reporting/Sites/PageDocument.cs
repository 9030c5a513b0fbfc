using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Reporting.Sites;

/// <summary>A current document with what is open in it, seen together with the site's other current documents.</summary>
/// <param name="Open">What the checks find now; what the receipt says where the document was not looked at again.</param>
/// <param name="OpenCount">Complete, also where <paramref name="Open"/> is cut.</param>
public sealed record PageDocument(
    string Document, string SubmissionId, DateTimeOffset ReceivedAt, RowCounts Rows, ImmutableArray<ReceiptIssue> Open, int OpenCount)
{
    /// <summary>Null when the receipt is lost.</summary>
    public ValueCounts? Values { get; init; }

    /// <summary>The documents that came or changed after it.</summary>
    public ImmutableArray<string> Later { get; init; } = [];

    /// <summary>In the receipt, and no longer so since later documents came.</summary>
    public ImmutableArray<ReceiptIssue> Settled { get; init; } = [];

    /// <summary>Not in the receipt, and so since later documents came.</summary>
    public ImmutableArray<ReceiptIssue> Broken { get; init; } = [];

    /// <summary>False when it was too large to be looked at again, or was checked by another edition of the dictionary.</summary>
    public bool IsReviewed { get; init; } = true;
}
