using Azure;
using Polly.CircuitBreaker;

namespace SscPipeline.Storage;

/// <summary>Faults of the storage service in words for an operator.</summary>
public static class StorageFault
{
    /// <summary>What failed and what to look at, without keys or content; null when the exception is no fault of storage.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        RequestFailedException { Status: 0 } fault =>
            $"Storage cannot be reached: {FirstLine(fault)} Please check that it runs, and that the connection names the right address.",
        RequestFailedException { Status: 401 or 403 } fault =>
            $"Storage refused us ({fault.Status} {fault.ErrorCode}). Please check the key, or the roles of the identity.",
        RequestFailedException { Status: 404 } fault =>
            $"Storage has no such place ({fault.ErrorCode}). Please check that the connection names the right account; a new one is prepared by 'ssc up', 'ssc submit' or 'ssc publish'.",
        RequestFailedException fault => $"Storage could not do it ({fault.Status} {fault.ErrorCode}). Nothing is lost; please try again.",
        BrokenCircuitException =>
            "Storage has failed so often in the last seconds that it is left alone for a moment. Nothing is lost; please try again in a minute.",
        AggregateException { InnerExceptions: [var first, ..] } => Explain(first),
        _ => null,
    };

    private static string FirstLine(RequestFailedException fault)
    {
        var line = fault.Message.Split('\n', 2)[0].Trim();
        return line.EndsWith('.') ? line : line + ".";
    }
}
