using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Publishing;

/// <summary>What a report is made from.</summary>
/// <param name="Sites">By code.</param>
/// <param name="Kept">Those of them that were not read anew.</param>
internal sealed record StudyState(ImmutableArray<SiteRecord> Sites, ImmutableDictionary<SiteCode, SiteRecord> Kept)
{
    public int Subjects => Sites.Sum(site => site.Figures.SubjectCount);
}
