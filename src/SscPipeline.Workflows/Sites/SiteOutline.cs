using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Sites;

/// <summary>Keeps of each subject of a site what is needed to say what is due: the days of treatment and
/// of visits, and of every value of a visit only that it is there.</summary>
/// <remarks>A number stands for any number, so that all visits with the same values filled in share them: a twentieth of the memory. Whoever wants to
/// know a value, another fact or an adverse event has to read the documents.</remarks>
internal sealed class SiteOutline
{
    private readonly SiteCode site;
    private readonly ImmutableArray<SubjectData>.Builder subjects = ImmutableArray.CreateBuilder<SubjectData>();
    private readonly OutlinedValues values = new();

    public SiteOutline(SiteCode site) => this.site = site;

    /// <param name="part">Some subjects, whole.</param>
    public void Add(SiteData part) => subjects.AddRange(part.Subjects.Select(subject => values.Outline(subject)));

    /// <summary>Without conflicts.</summary>
    public SiteData Finish() => new(site, [.. subjects.OrderBy(subject => subject.Subject, StringComparer.Ordinal)], []);
}
