using Microsoft.Extensions.Logging;

namespace SscPipeline.Functions.Http;

/// <summary>The log lines of the HTTP functions, numbered 1050 to 1079: ids and counts only, nothing that a request brought along.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(1050, LogLevel.Information, "Site {Site} sent a document over HTTP: submission {SubmissionId}, {Bytes} bytes")]
    public static partial void DocumentReceived(this ILogger logger, string site, string submissionId, long bytes);

    [LoggerMessage(1051, LogLevel.Warning, "A request for a site was refused: no such site, or not its key")]
    public static partial void EntryRefused(this ILogger logger);

    [LoggerMessage(1052, LogLevel.Error, "Request {RequestId} failed on our side: {Fault}")]
    public static partial void RequestFailed(this ILogger logger, string requestId, string fault);

    [LoggerMessage(1053, LogLevel.Debug, "Request {RequestId} failed at:\n{StackTrace}")]
    public static partial void RequestFailedAt(this ILogger logger, string requestId, string? stackTrace);

    [LoggerMessage(1054, LogLevel.Information, "A file was checked over HTTP for site {Site}")]
    public static partial void FileChecked(this ILogger logger, string site);
}
