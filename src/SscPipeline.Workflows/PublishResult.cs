using System.Collections.Immutable;

namespace SscPipeline.Workflows;

/// <param name="Period">The scheduled period that the reports are for; the time of their making when they were made by hand.</param>
public sealed record PublishResult(int Sites, int Subjects, string Period)
{
    /// <summary>Of the reports in <c>reports/{audience}/</c>; empty when somebody else is at it.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The audiences that got a report by this call. None: the period was published before, or somebody else is at it.</summary>
    public ImmutableArray<string> Published { get; init; } = [];

    /// <summary>Since when nothing has changed that the report is made from; null when something had.</summary>
    public DateTimeOffset? NothingNewSince { get; init; }

    /// <summary>The scheduled time had been missed.</summary>
    public bool IsLate { get; init; }
}
