using SscPipeline.Functions;

namespace SscPipeline.LocalHost;

/// <remarks>The defaults agree with <c>host.json</c>, so that a submission is tried here as often as in Azure.</remarks>
public sealed record LocalHostOptions
{
    /// <summary>Classes to search for functions.</summary>
    public IReadOnlyList<Type> FunctionClasses { get; init; } = typeof(IngestSubmissionFunction).Assembly.GetTypes();

    /// <summary>Part of the place where schedules are kept: hosts with the same id share them.</summary>
    public string HostId { get; init; } = "ssc-local";

    /// <summary>How often a blob or a message is tried before it goes to the poison queue; at least 1.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>Between the first two attempts at a blob; it doubles with each further one.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    public int MaxParallelBlobs { get; init; } = 4;

    /// <summary>Between two looks at storage while work arrives. At least as much as the look itself took is waited.</summary>
    public TimeSpan PollWhenActive { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan PollWhenIdle { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Without work for so long, the host is idle.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long running functions may go on after the host was told to stop.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);
}
