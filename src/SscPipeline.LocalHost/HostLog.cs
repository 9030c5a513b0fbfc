using Microsoft.Extensions.Logging;

namespace SscPipeline.LocalHost;

/// <summary>The log lines of the local host, numbered 2000 to 2099. An exception appears by its type only: its text can hold what a site typed.</summary>
internal static partial class HostLog
{
    [LoggerMessage(2000, LogLevel.Information, "The local host runs {Functions} functions")]
    public static partial void Started(this ILogger logger, int functions);

    [LoggerMessage(2001, LogLevel.Warning, "{Function}: attempt {Attempt} failed with {Fault}")]
    public static partial void AttemptFailed(this ILogger logger, string function, int attempt, string fault);

    [LoggerMessage(2002, LogLevel.Debug, "{Function} failed at:\n{StackTrace}")]
    public static partial void FailedAt(this ILogger logger, string function, string? stackTrace);

    [LoggerMessage(2003, LogLevel.Error, "{Function}: gave up after {Attempts} attempts; a message went to queue {Queue}")]
    public static partial void Poisoned(this ILogger logger, string function, int attempts, string queue);

    [LoggerMessage(2004, LogLevel.Warning, "{Function}: storage could not be read ({Fault}); trying again in {Seconds} s")]
    public static partial void StorageFailed(this ILogger logger, string function, string fault, double seconds);

    [LoggerMessage(2005, LogLevel.Information, "{Function} is past due: an occurrence was missed while no host ran")]
    public static partial void PastDue(this ILogger logger, string function);

    [LoggerMessage(2006, LogLevel.Warning, "{Function}: its schedule status could not be saved ({Fault})")]
    public static partial void StatusNotSaved(this ILogger logger, string function, string fault);

    [LoggerMessage(2007, LogLevel.Error, "{Function}: a message failed {Attempts} times; it stays in queue {Queue} and is tried again later")]
    public static partial void LeftInQueue(this ILogger logger, string function, long attempts, string queue);

    [LoggerMessage(2008, LogLevel.Warning, "{Function}: a blob could not be settled ({Fault}); it is delivered again")]
    public static partial void NotSettled(this ILogger logger, string function, string fault);
}
