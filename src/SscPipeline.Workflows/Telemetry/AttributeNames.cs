namespace SscPipeline.Workflows.Telemetry;

/// <summary>All that spans and measurements may say beside their name: ids, states and counts. What a site typed, the name of its document
/// among it, has no name here.</summary>
internal static class AttributeNames
{
    public const string Submission = "ssc.submission.id";
    public const string Site = "ssc.site";
    public const string Status = "ssc.status";
    public const string Attempt = "ssc.attempt";
    public const string Bytes = "ssc.bytes";
    public const string RowsRead = "ssc.rows.read";
    public const string RowsAccepted = "ssc.rows.accepted";
    public const string RowsWithheld = "ssc.rows.withheld";
    public const string Issues = "ssc.issues";
    public const string Listed = "ssc.listed";
    public const string Found = "ssc.found";
    public const string Audience = "ssc.audience";
    public const string Sites = "ssc.sites";
    public const string Subjects = "ssc.subjects";

    /// <summary>What became of rows: read, accepted or withheld.</summary>
    public const string Fate = "ssc.fate";

    /// <summary>The id of a check.</summary>
    public const string Check = "ssc.check";

    /// <summary>The name of the trace in which something failed.</summary>
    public const string Work = "ssc.work";

    /// <summary>The type of an exception, never its text.</summary>
    public const string Error = "error.type";
}
