using System.Collections.Immutable;

namespace SscPipeline.Domain.Checking;

/// <summary>One thing that one check found in one place. It has no text: the catalogue makes one from the details, in the reader's language.</summary>
/// <param name="Check">The id of the check, such as <c>SSC-021</c>.</param>
/// <param name="Details">Values for the placeholders of the message. An issue about an identifier never carries the value.</param>
public sealed record Issue(string Check, ImmutableArray<IssueDetail> Details)
{
    public string? Sheet { get; init; }

    /// <summary>An A1 address; null when the issue is about the file or a whole sheet.</summary>
    public string? Cell { get; init; }

    public string? Subject { get; init; }

    public string? Variable { get; init; }

    /// <summary>What to type into the cell instead, where the check knows it; empty to empty the cell. Never applied by itself.</summary>
    public string? Suggestion { get; init; }
}

/// <summary>How bad it is. Fatal: the file is not used. Error: the smallest untrustworthy thing is withheld. Warning: all is used, the site is asked.</summary>
public enum Severity
{
    Warning,
    Error,
    Fatal,
}
