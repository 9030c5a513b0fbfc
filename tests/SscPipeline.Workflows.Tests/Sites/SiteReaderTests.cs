using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Tests.Sites;

public sealed class SiteReaderTests : IDisposable
{
    private static readonly SiteCode Site = SiteCode.Parse("site-a");

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task Of_other_documents_all_facts_are_read_and_only_the_visits_of_subjects_that_the_document_names()
    {
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss\nP-01,1,20\nP-01,91,18\nP-02,1,22\n");
        await study.SendAsync("site-a/subjects.csv", "subject_id,sex,age,height (cm),imatinib start study day\nP-01,F,41,160,1\nP-02,M,52,170,1\n");

        await study.Stores.Extracts.WriteAsync(Site, SiteExtract.Write([]), CancellationToken.None);

        var documents = await study.Get<SiteReader>().ReadAsync(
            Site, await study.Stores.Ledger.CurrentAsync(Site, CancellationToken.None), new HashSet<string> { "P-01" }, CancellationToken.None);

        Assert.Equal(
            [(RecordKind.Subject, "P-01"), (RecordKind.Subject, "P-02"), (RecordKind.Visit, "P-01"), (RecordKind.Visit, "P-01")],
            documents.SelectMany(document => document.Rows).Select(row => (row.Kind, row.Subject)).Order());
    }

    [Fact]
    public async Task What_was_read_for_the_page_of_a_site_is_kept_for_whoever_reads_the_site_next()
    {
        var first = await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss\nP-01,1,20\nP-01,91,18\n");
        var second = await study.SendAsync("site-a/more.csv", "subject_id,study day,mrss\nP-02,1,22\n");

        var kept = SiteExtract.Read((await study.Stores.Extracts.ReadAsync(Site, CancellationToken.None))!);

        Assert.Equal([second.SubmissionId, first.SubmissionId], kept.Select(document => document.Submission.Value));
        Assert.Equal([1, 2], kept.Select(document => document.Rows.Length));
    }

    [Fact]
    public async Task Both_documents_are_told_of_a_disagreement_about_one_of_many_subjects()
    {
        var first = await study.SendAsync("site-a/first.csv", "subject_id,study day,mrss\nP-01,1,20\nP-02,1,22\nP-03,1,24\n");

        var second = await study.SendAsync("site-a/second.csv", "subject_id,study day,mrss\nP-02,1,21\n");

        Assert.Equal("P-02", Assert.Single(second.Issues, issue => issue.Check == "SSC-401").Subject);
        Assert.Equal("P-02", Assert.Single((await study.ReceiptAsync("site-a", first.SubmissionId)).Issues, issue => issue.Check == "SSC-401").Subject);
    }
}
