namespace SscPipeline.Workflows.Telemetry;

/// <summary>The spans of the pipeline's traces (README "Telemetry"). The first four begin a trace of their own.</summary>
internal static class SpanNames
{
    public const string Submission = "ssc.submission";
    public const string Failure = "ssc.failure";
    public const string Reconcile = "ssc.reconcile";
    public const string Publish = "ssc.publish";

    public const string Read = "read";
    public const string Recognise = "recognise";
    public const string Check = "check";
    public const string Store = "store";
    public const string Commit = "commit";
    public const string Receipt = "receipt";
    public const string Page = "page";

    public const string Load = "load";
    public const string Compute = "compute";
    public const string Write = "write";
    public const string Deliver = "deliver";
}
