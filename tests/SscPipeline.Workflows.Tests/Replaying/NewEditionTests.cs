using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Domain.Submissions;
using SscPipeline.Validation;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Workflows.Replaying;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Tests.Replaying;

/// <summary>A release brings another dictionary: it knows a heading that the old one did not, and has a narrower limit.</summary>
public sealed class NewEditionTests : IDisposable
{
    private const string Sent = "subject_id,study day,Zschokke sum,albumin (g/L),fvc % pred\nP-01,1,20,60,90\nP-01,183,14,40,92\n";

    private static readonly SiteCode s_site = SiteCode.Parse("site-a");

    private readonly MemoryStudy study = new();
    private readonly MemoryStudy released;

    public NewEditionTests() => released = study.With(services =>
        services.AddSingleton(DocumentChecker.Create(new CheckingOptions(), NewEdition)));

    public void Dispose()
    {
        released.Dispose();
        study.Dispose();
    }

    [Fact]
    public async Task A_replay_of_the_site_gives_new_results_under_the_new_version_and_keeps_the_old_ones()
    {
        var first = await study.SendAsync("site-a/visits.csv", Sent);
        var before = await KeptAsync(first.SubmissionId);

        var found = await released.Get<ReplayDesk>().FindAsync(new ReplayRequest { Site = s_site }, CancellationToken.None);
        var result = await released.ReplayAsync(Assert.Single(found).Submission.Value);

        var receipt = await study.ReceiptAsync("site-a", result.SubmissionId!);
        Assert.NotEqual(first.DictionaryVersion, receipt.DictionaryVersion);
        Assert.Equal((first.SubmissionId, first.SubmissionId, true), (receipt.ReplayOf, receipt.Replaces, result.IsCurrent));
        Assert.Equal((true, false), (first.IssuesByCheck.ContainsKey("SSC-008"), receipt.IssuesByCheck.ContainsKey("SSC-008")));
        Assert.Equal((SubmissionStatus.AcceptedWithWarnings, SubmissionStatus.PartiallyAccepted), (first.Status, receipt.Status));
        Assert.Equal(new OutcomeCounts(Inserted: 2, Changed: 0, Withdrawn: 1, Unchanged: 3), receipt.Outcomes);
        Assert.Equal(
            ["1,fvc_pct_pred,90", "1,mrss_total,20", "183,albumin_g_l,40", "183,fvc_pct_pred,92", "183,mrss_total,14"],
            (await released.OutcomesAsync()).Select(line => string.Join(',', line.Split(',')[2..5])).Order(StringComparer.Ordinal));
        Assert.Equal(before, await KeptAsync(first.SubmissionId));
        Assert.Equal(
            [receipt.DictionaryVersion, first.DictionaryVersion],
            (await study.Stores.Ledger.ListAsync(s_site, CancellationToken.None)).Select(entry => entry.DictionaryVersion));
    }

    [Fact]
    public async Task A_report_under_the_new_version_is_not_called_unchanged()
    {
        await study.SendAsync("site-a/visits.csv", Sent);
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);
        study.Time.Advance(TimeSpan.FromDays(7));

        var result = await released.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);

        Assert.Null(result.NothingNewSince);
    }

    private static CsvTable NewEdition(string name) => CsvTable.Parse(name, name switch
    {
        "synonyms.csv" => Text(name) + "mrss_total,en,Zschokke sum\n",
        "dictionary.csv" => Text(name).Replace("decimal,g/L,8,65,20,55,", "decimal,g/L,8,55,20,50,", StringComparison.Ordinal),
        _ => Text(name),
    });

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(DocumentChecker).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>Rows and receipt of a submission.</summary>
    private async Task<string[]> KeptAsync(string submission) =>
    [
        .. (await study.Stores.Outcomes.ReadAsync(s_site, SubmissionId.Parse(submission), CancellationToken.None))
            .Select(row => $"{row.Key} {string.Join(",", row.Outcomes)}"),
        Convert.ToBase64String(await (await study.Stores.Receipts.OpenAsync($"site-a/{submission}/receipt.json", CancellationToken.None))!.ReadToEndAsync(CancellationToken.None)),
    ];
}
