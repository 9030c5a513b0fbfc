using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;

namespace SscPipeline.Functions;

/// <summary>The log lines of the functions, numbered 1000 to 1099: ids and counts only.</summary>
internal static partial class FunctionLog
{
    public static void SubmissionIngested(this ILogger logger, IngestResult result) =>
        SubmissionIngested(logger, result.SubmissionId, result.Site, result.Status.ToString(), result.RowsAccepted, result.Issues);

    public static void SummariesPublished(this ILogger logger, PublishResult result)
    {
        if (result.Published.IsEmpty)
        {
            SummariesNotDue(logger, result.Period);
        }
        else
        {
            SummariesPublished(logger, result.Period, result.Sites, result.Subjects, result.IsLate, result.NothingNewSince is not null);
        }
    }

    public static void SummariesCompleted(this ILogger logger, CompleteResult result) =>
        SummariesCompleted(logger, result.Published, result.Delivered, result.Undelivered);

    public static void InboxReconciled(this ILogger logger, ReconcileResult result) =>
        InboxReconciled(logger, result.Listed, result.Ingested);

    [LoggerMessage(1003, LogLevel.Warning, "A submission that failed at every attempt was recorded in the ledger")]
    public static partial void PoisonRecorded(this ILogger logger);

    [LoggerMessage(1006, LogLevel.Debug, "An event of the inbox was about no finished upload")]
    public static partial void EventPassedOver(this ILogger logger);

    [LoggerMessage(1000, LogLevel.Information, "Submission {SubmissionId} of site {Site}: {Status}, {RowsAccepted} rows accepted, {Issues} issues")]
    private static partial void SubmissionIngested(
        ILogger logger, string submissionId, string site, string status, int rowsAccepted, int issues);

    [LoggerMessage(1001, LogLevel.Information, "Summaries of period {Period} published: {Sites} sites, {Subjects} subjects (late: {IsLate}, nothing new: {IsNothingNew})")]
    private static partial void SummariesPublished(ILogger logger, string period, int sites, int subjects, bool isLate, bool isNothingNew);

    [LoggerMessage(1004, LogLevel.Information, "Summaries of period {Period} were published before, or another host is at it")]
    private static partial void SummariesNotDue(ILogger logger, string period);

    [LoggerMessage(1005, LogLevel.Information, "Summaries completed: {Published} made up for, {Delivered} delivered, {Undelivered} not delivered")]
    private static partial void SummariesCompleted(ILogger logger, int published, int delivered, int undelivered);

    [LoggerMessage(1002, LogLevel.Information, "Inbox reconciled: {Listed} submissions listed, {Ingested} had been missed")]
    private static partial void InboxReconciled(ILogger logger, int listed, int ingested);
}
