using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class IngestSubmissionTests : IDisposable
{
    private const string Subjects = "subject_id,sex,age,height (cm),first dose date\nP-01,F,41,160,2012-01-10\n";
    private const string Visits = "subject_id,study day,mrss,fvc % pred\nP-01,1,20,90\nP-01,183,14,92\n";
    private const string Corrected = "subject_id,study day,mrss,fvc % pred\nP-01,1,21,90\nP-01,274,12,93\n";

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task A_first_upload_inserts_every_value_it_sends()
    {
        var receipt = await study.SendAsync("site-a/visits.csv", Visits);

        Assert.Equal(new RowCounts(2, 2, 0), receipt.Rows);
        Assert.Equal(4, receipt.Values.Accepted);
        Assert.Equal(receipt.Outcomes.Inserted, receipt.Changes.Length);
        Assert.Equal(0, receipt.Outcomes.Changed + receipt.Outcomes.Withdrawn + receipt.Outcomes.Unchanged);
    }

    [Fact]
    public async Task A_sites_mapping_is_used_for_what_it_sends_afterwards_and_the_receipt_proposes_lines_for_it()
    {
        var mappings = study.Get<SiteMappings>();
        var site = SiteCode.Parse("site-a");
        var csv = "subject_id,study day,Steifheit,albumine,fvc\nP-01,1,20,40,2.5\n";
        var before = await study.SendAsync("site-a/one.csv", csv);
        var refused = await mappings.SaveAsync(site, "mrss,Steifheit", CancellationToken.None);
        var kept = await mappings.SaveAsync(site, "mrss_total,Steifheit", CancellationToken.None);

        var after = await study.SendAsync("site-a/two.csv", csv.Replace("P-01", "P-02", StringComparison.Ordinal));

        Assert.Equal([("albumine", "albumin_g_l")], before.ProposedMapping.Select(line => (line.Header, line.Canonical)));
        Assert.Contains("there is no variable \"mrss\"", Assert.Single(refused.AsEnumerable()), StringComparison.Ordinal);
        Assert.Empty(kept);
        Assert.Equal((1, 2), (before.Values.Accepted, after.Values.Accepted));
    }

    [Fact]
    public async Task A_broken_mapping_in_storage_is_a_warning_and_the_file_is_read_without_it()
    {
        await study.Stores.Mappings.WriteAsync(SiteCode.Parse("site-a"), "what is this?", CancellationToken.None);

        var receipt = await study.SendAsync("site-a/visits.csv", Visits);

        Assert.Equal(1, receipt.IssuesByCheck["SSC-020"]);
        Assert.Equal(4, receipt.Values.Accepted);
    }

    [Fact]
    public async Task The_same_upload_delivered_twice_is_one_submission_with_one_receipt()
    {
        var first = await study.SendAsync("site-a/visits.csv", Visits);
        var outcomes = await study.OutcomesAsync();

        var second = await study.IngestAsync("site-a/visits.csv");

        Assert.Equal(first.SubmissionId, second.SubmissionId);
        Assert.Equal(first.CompletedAt, second.CompletedAt);
        Assert.Equal(outcomes, await study.OutcomesAsync());
        Assert.Single(await study.Stores.Ledger.ListAsync(SiteCode.Parse("site-a"), CancellationToken.None));
    }

    [Theory]
    [InlineData("site-a/visits.csv")]
    [InlineData("site-a/a copy of visits.csv")]
    public async Task Bytes_that_the_site_already_sent_are_a_duplicate_and_change_nothing(string blobName)
    {
        var first = await study.SendAsync("site-a/visits.csv", Visits);
        var outcomes = await study.OutcomesAsync();

        var again = await study.SendAsync(blobName, Visits);

        Assert.Equal(SubmissionStatus.Duplicate, again.Status);
        Assert.Equal(first.SubmissionId, again.DuplicateOf!.SubmissionId);
        Assert.Equal(first.ReceivedAt, again.DuplicateOf.ReceivedAt);
        Assert.Equal(outcomes, await study.OutcomesAsync());
    }

    [Fact]
    public async Task Two_documents_with_the_same_bytes_in_the_same_second_each_get_a_receipt()
    {
        await study.DropAsync("site-a/one.csv", Visits);
        await study.Stores.Inbox.DropAsync("site-a/two.csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Visits)), CancellationToken.None);

        var one = await study.IngestAsync("site-a/one.csv");
        var two = await study.IngestAsync("site-a/two.csv");

        Assert.Equal("one.csv", one.Document);
        Assert.Equal("two.csv", two.Document);
        Assert.Equal(SubmissionStatus.Duplicate, two.Status);
    }

    [Fact]
    public async Task A_corrected_file_replaces_the_whole_document()
    {
        var first = await study.SendAsync("site-a/visits.csv", Visits);

        var second = await study.SendAsync("site-a/visits.csv", Corrected);

        Assert.Equal(first.SubmissionId, second.Replaces);
        Assert.Contains(second.Changes, change => change is { Kind: "changed", Visit: "d1", Variable: Variables.MrssTotal, Old: "20", New: "21" });
        Assert.Contains(second.Changes, change => change is { Kind: "withdrawn", Visit: "d183", Variable: Variables.MrssTotal, Old: "14" });
        Assert.Contains(second.Changes, change => change is { Kind: "inserted", Visit: "d274", Variable: Variables.MrssTotal, New: "12" });
        Assert.DoesNotContain(await study.OutcomesAsync(), line => line.Contains(",183,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Last_months_file_sent_again_by_mistake_does_not_undo_its_correction()
    {
        await study.SendAsync("site-a/visits.csv", Visits);
        var corrected = await study.SendAsync("site-a/visits.csv", Corrected);
        var outcomes = await study.OutcomesAsync();

        var mistake = await study.SendAsync("site-a/visits.csv", Visits);

        Assert.Equal(SubmissionStatus.Duplicate, mistake.Status);
        Assert.Equal(corrected.SubmissionId, mistake.DuplicateOf!.CurrentSubmissionId);
        Assert.Equal(outcomes, await study.OutcomesAsync());
    }

    [Fact]
    public async Task A_rejected_new_version_leaves_the_previous_one_current_and_the_same_bytes_are_looked_at_afresh()
    {
        await study.SendAsync("site-a/visits.csv", Visits);
        var outcomes = await study.OutcomesAsync();

        var rejected = await study.SendAsync("site-a/visits.csv", "%PDF-1.7 not a workbook");
        var again = await study.SendAsync("site-a/visits.csv", "%PDF-1.7 not a workbook");

        Assert.Equal(SubmissionStatus.Rejected, rejected.Status);
        Assert.Equal(SubmissionStatus.Rejected, again.Status);
        Assert.Single(rejected.Issues);
        Assert.Equal(outcomes, await study.OutcomesAsync());
    }

    [Fact]
    public async Task A_file_that_names_a_person_is_rejected_and_its_bytes_are_not_kept()
    {
        var kept = await study.SendAsync("site-a/visits.csv", Visits);

        var rejected = await study.SendAsync("site-a/named.csv", "subject_id,patient name,study day,mrss\nP-01,Doe Jane,1,20\n");

        Assert.Equal(SubmissionStatus.Rejected, rejected.Status);
        Assert.Null(rejected.Annotated);
        Assert.All(rejected.Issues, issue => Assert.DoesNotContain("Jane", issue.Message + issue.Fix, StringComparison.Ordinal));
        Assert.Null(await study.Stores.Evidence.OpenAsync(rejected.Sha256, CancellationToken.None));
        Assert.NotNull(await study.Stores.Evidence.OpenAsync(kept.Sha256, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_outside_a_site_folder_is_told_so_under_unassigned()
    {
        var receipt = await study.SendAsync("visits.csv", Visits);

        Assert.Equal("_unassigned", receipt.Site);
        Assert.Equal(SubmissionStatus.Rejected, receipt.Status);
        Assert.Single(receipt.Issues);
        Assert.Empty(await study.OutcomesAsync());
    }

    [Fact]
    public async Task A_lost_receipt_is_written_again_from_the_ledgers_word()
    {
        var first = await study.SendAsync("site-a/visits.csv", Visits);
        var entry = (await study.Stores.Ledger.ListAsync(SiteCode.Parse("site-a"), CancellationToken.None)).Single();

        var again = await study.Get<SscPipeline.Workflows.Ingesting.ReceiptDesk>().FindAsync(entry, CancellationToken.None);

        Assert.Equal(first.SubmissionId, again!.SubmissionId);
    }

    [Fact]
    public async Task A_blob_that_is_gone_before_it_is_read_is_no_failure()
    {
        var result = await study.Get<IIngestSubmission>().RunAsync("site-a/gone.csv", CancellationToken.None);

        Assert.Equal("", result.SubmissionId);
    }

    [Fact]
    public async Task Visits_by_date_get_their_study_days_when_the_subjects_file_comes_a_week_later()
    {
        var visits = await study.SendAsync("site-a/visits.csv", "subject_id,visit date,mrss,albumin (g/L)\nP-01,2012-01-10,20,40\nP-01,2012-07-10,14,41\n");
        Assert.All(visits.Issues, issue => Assert.Equal(Domain.Checking.Severity.Warning, issue.Severity));
        Assert.Equal(2, visits.Rows.Accepted);

        await study.SendAsync("site-a/subjects.csv", Subjects);

        var outcomes = await study.OutcomesAsync();
        Assert.Contains(outcomes, line => line.StartsWith("site-a,P-01,1,mrss_total,20,", StringComparison.Ordinal));
        Assert.Contains(outcomes, line => line.StartsWith("site-a,P-01,183,mrss_total,14,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_current_does_not_depend_on_the_order_of_arrival()
    {
        using var other = new MemoryStudy();
        await study.SendAsync("site-a/subjects.csv", Subjects);
        await study.SendAsync("site-a/visits.csv", Visits);

        await other.SendAsync("site-a/visits.csv", Visits);
        await other.SendAsync("site-a/subjects.csv", Subjects);

        Assert.Equal(await study.OutcomesAsync(), await other.OutcomesAsync());
    }

    [Fact]
    public async Task Where_two_documents_disagree_the_later_counts_and_both_receipts_warn()
    {
        var earlier = await study.SendAsync("site-a/clinic.csv", Visits);

        var later = await study.SendAsync("site-a/lab.csv", "subject_id,study day,mrss,albumin (g/L)\nP-01,183,15,40\n");

        var earlierNow = await study.ReceiptAsync("site-a", earlier.SubmissionId);
        Assert.Contains(later.Issues, issue => issue is { Variable: Variables.MrssTotal, Severity: Domain.Checking.Severity.Warning });
        Assert.Contains(earlierNow.Issues, issue => issue is { Variable: Variables.MrssTotal, Severity: Domain.Checking.Severity.Warning });
        Assert.Contains(await study.OutcomesAsync(), line => line.StartsWith("site-a,P-01,183,mrss_total,15,", StringComparison.Ordinal));
    }
}
