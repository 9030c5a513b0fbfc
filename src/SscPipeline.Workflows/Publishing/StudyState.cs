using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Publishing;

/// <summary>What a report is made from.</summary>
/// <param name="Sources">Which submission of which document, in a fixed order.</param>
/// <param name="Read">The sites as they were read.</param>
internal sealed record StudyState(
    ImmutableArray<SiteData> Sites, ImmutableArray<SiteActivity> Activity, ImmutableArray<string> Sources, ImmutableArray<SiteState> Read)
{
    public int Subjects => Sites.Sum(site => site.Subjects.Length);
}
