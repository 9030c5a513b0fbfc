using System.Collections.Immutable;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Sites;

/// <summary>What a site's own page shows: <c>receipts/{site}/index.html</c>.</summary>
/// <param name="Submissions">Newest first.</param>
/// <param name="Documents">The current ones, by name.</param>
/// <param name="Data">The current documents read together.</param>
/// <param name="Due">What should have come by now.</param>
public sealed record SitePage(
    string Site,
    DateTimeOffset MadeAt,
    string DictionaryVersion,
    ImmutableArray<PageSubmission> Submissions,
    ImmutableArray<PageDocument> Documents,
    SiteData Data,
    DueList Due);
