using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Spreadsheets;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Settings;

/// <summary>The study's settings, read and checked once at start (README "Settings").</summary>
public sealed record PipelineSettings
{
    public string Study { get; init; } = "SSc imatinib";

    public CheckingOptions Checking { get; init; } = new();

    public SpreadsheetLimits Limits { get; init; } = new();

    /// <summary>Of the sites that do not read English; what a person at the site reads, not what programs read.</summary>
    public ImmutableDictionary<string, Language> Languages { get; init; } = ImmutableDictionary<string, Language>.Empty;

    /// <summary>Which keys open which site's part of the HTTP functions.</summary>
    public SiteKeys SiteKeys { get; init; } = SiteKeys.None;

    public Language LanguageOf(SiteCode site) => Languages.GetValueOrDefault(site.Value, Language.English);

    /// <summary>What a summary says about how it was made.</summary>
    public ImmutableSortedDictionary<string, string> ForSummary { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
