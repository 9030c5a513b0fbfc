using System.Globalization;
using Azure;

namespace SscPipeline.LocalHost;

/// <summary>What may be said of an exception in a log: types, and the status and code of a storage service's answer.</summary>
internal static class FaultName
{
    public static string Of(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Of(last),
        RequestFailedException { Status: > 0 } failed =>
            string.Create(CultureInfo.InvariantCulture, $"{nameof(RequestFailedException)} {failed.Status} {failed.ErrorCode}").TrimEnd(),
        { InnerException: { } inner } => $"{exception.GetType().Name} < {Of(inner)}",
        _ => exception.GetType().Name,
    };

    /// <summary>The world's doing, which passes, rather than a mistake of ours.</summary>
    public static bool IsStorage(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.All(IsStorage),
        FileNotFoundException or FileLoadException => false,
        _ => exception is RequestFailedException or IOException or HttpRequestException or OperationCanceledException,
    };
}
