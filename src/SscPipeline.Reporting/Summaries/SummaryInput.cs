using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>All that a summary is made from. The order of sites, subjects and visits does not matter.</summary>
public sealed record SummaryInput
{
    public required string Study { get; init; }

    /// <summary><c>controlled</c> (everything) or <c>public</c> (small cells and subject rows left out).</summary>
    public required string Audience { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>What was known at this time is reported on; visits that it precedes are not yet due.</summary>
    public required DateTimeOffset CutOff { get; init; }

    public required string DictionaryVersion { get; init; }

    /// <summary>The report before was made from the same; null when something is new.</summary>
    public DateTimeOffset? NothingNewSince { get; init; }

    /// <summary>Repeated in the summary. Read here: <c>windowRule</c> (<c>strict</c>, the default, or <c>contiguous</c>),
    /// <c>percentPredicted</c> (<c>reported</c>, the default, or <c>recomputed</c>) and
    /// <c>minimumCell</c> (public audience; 5 unless given).</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ImmutableArray<SiteData> Sites { get; init; } = [];

    /// <summary>Sites of which only the figures were kept; none of those in <see cref="Sites"/>.</summary>
    public ImmutableArray<SiteFigures> Figures { get; init; } = [];

    public ImmutableArray<SiteActivity> Activity { get; init; } = [];
}
