using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Sites;

/// <summary>Joins a site's documents a few subjects at a time and keeps of each subject what is needed to say what is due: the days of treatment and
/// of visits, and of every value of a visit only that it is there.</summary>
/// <remarks>A number stands for any number, so that all visits with the same values filled in share them: a twentieth of the memory. Whoever wants to
/// know a value, another fact or an adverse event has to read the documents.</remarks>
internal sealed class SiteOutline
{
    private const int SubjectsAtOnce = 100;

    private readonly SiteCode site;
    private readonly ImmutableArray<DocumentPointer> pointers;
    private readonly List<(SubmissionId Submission, OutcomeRow Row)> rows = [];
    private readonly ImmutableArray<SubjectData>.Builder subjects = ImmutableArray.CreateBuilder<SubjectData>();
    private readonly OutlinedValues values = new();
    private int waiting;

    public SiteOutline(SiteCode site, ImmutableArray<DocumentPointer> pointers) => (this.site, this.pointers) = (site, pointers);

    /// <param name="subject">All rows of one subject, of all documents.</param>
    public void Add(ImmutableArray<(SubmissionId Submission, OutcomeRow Row)> subject)
    {
        rows.AddRange(subject);
        if (++waiting == SubjectsAtOnce)
        {
            Join();
        }
    }

    /// <summary>Without conflicts.</summary>
    public SiteData Finish()
    {
        Join();
        return new SiteData(site, [.. subjects.OrderBy(subject => subject.Subject, StringComparer.Ordinal)], []);
    }

    private void Join()
    {
        var ofDocument = rows.ToLookup(row => row.Submission, row => row.Row);
        var joined = SiteData.Join(site, pointers.Select(pointer => new SiteDocument(pointer.Document, pointer.SubmissionId, [.. ofDocument[pointer.SubmissionId]])));
        subjects.AddRange(joined.Subjects.Select(subject => values.Outline(subject)));
        rows.Clear();
        waiting = 0;
    }
}
