using System.Diagnostics;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Telemetry;

/// <summary>What a trace says of its work: ids, states and counts. There is no span when nobody listens.</summary>
internal static class Descriptions
{
    public static void Describe(this Activity? span, LedgerEntry entry) => span?
        .SetTag(AttributeNames.Submission, entry.SubmissionId.Value)
        .SetTag(AttributeNames.Site, entry.Site.Value)
        .SetTag(AttributeNames.Attempt, entry.Attempt)
        .SetTag(AttributeNames.Status, entry.Status.ToString());

    public static void Describe(this Activity? span, LedgerEntry entry, Upload upload)
    {
        span.Describe(entry);
        span?.SetTag(AttributeNames.Bytes, upload.Length);
    }

    public static void Describe(this Activity? span, Receipt receipt) => span?
        .SetTag(AttributeNames.Status, receipt.Status.ToString())
        .SetTag(AttributeNames.RowsRead, receipt.Rows.Read)
        .SetTag(AttributeNames.RowsAccepted, receipt.Rows.Accepted)
        .SetTag(AttributeNames.RowsWithheld, receipt.Rows.Withheld)
        .SetTag(AttributeNames.Issues, receipt.IssuesByCheck.Values.Sum());

    public static void Describe(this Activity? span, int listed, int found) => span?
        .SetTag(AttributeNames.Listed, listed)
        .SetTag(AttributeNames.Found, found);

    public static void Describe(this Activity? span, PublishResult result) => span?
        .SetTag(AttributeNames.Sites, result.Sites)
        .SetTag(AttributeNames.Subjects, result.Subjects)
        .SetTag(AttributeNames.Audience, string.Join(',', result.Published));
}
