using System.Collections.Immutable;
using SscPipeline.Spreadsheets;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Settings;

/// <summary>The study's settings, read and checked once at start (README "Settings").</summary>
public sealed record PipelineSettings
{
    public string Study { get; init; } = "SSc imatinib";

    public CheckingOptions Checking { get; init; } = new();

    public SpreadsheetLimits Limits { get; init; } = new();

    /// <summary>What a summary says about how it was made.</summary>
    public ImmutableSortedDictionary<string, string> ForSummary { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
