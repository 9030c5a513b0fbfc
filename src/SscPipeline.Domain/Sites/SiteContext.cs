using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Sites;

/// <summary>What is known of a site while one of its documents is checked.</summary>
/// <param name="Others">The site's other current documents; never an earlier version of the one that is checked.</param>
public sealed record SiteContext(SiteCode Site, ImmutableArray<SiteDocument> Others);
