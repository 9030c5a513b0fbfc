using System.Security.Cryptography;
using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.LocalHost;
using SscPipeline.Testing;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Tests.Concurrency;

/// <summary>Faults, delays, busy answers and lost answers at 30 % of all calls of the pipeline.</summary>
public sealed class ChaosTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int Documents = 6;

    private static readonly SiteCode Site = SiteCode.Parse("site-a");

    [Fact]
    public async Task On_a_bad_storage_everything_is_settled_once_and_only_what_really_failed_five_times_is_poison()
    {
        var account = azurite.NewAccount();
        await using var quiet = new AzuriteStudy(account);
        await quiet.Stores.EnsureCreatedAsync(CancellationToken.None);
        for (var document = 0; document < Documents; document++)
        {
            await quiet.DropAsync($"site-a/visits-{document}.csv", Csv(document));
        }

        await quiet.DropAsync("site-a/cursed.csv", Csv(99));
        var cursed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Csv(99))));
        var chaos = new ChaosTransport(seed: 7, rate: 0.3) { AlwaysFailing = $"evidence/{cursed}" };
        await using var study = new AzuriteStudy(account, chaos);

        await study.Get<LocalFunctionHost>().RunUntilIdleAsync(CancellationToken.None);

        var entries = await quiet.Stores.Ledger.ListAsync(Site, CancellationToken.None);
        var failed = Assert.Single(entries, entry => entry.Status == SubmissionStatus.Failed);
        var settled = entries.Remove(failed);
        Assert.True(chaos.Faults > 20, $"{chaos.Faults} faults");
        Assert.Equal(("cursed.csv", Documents), (failed.Document, settled.Length));
        Assert.InRange(failed.Attempt, 5, 9);
        Assert.All(settled, entry => Assert.Equal(SubmissionStatus.AcceptedWithWarnings, entry.Status));
        foreach (var entry in settled)
        {
            Assert.Equal(2, (await quiet.Stores.Outcomes.ReadAsync(Site, entry.SubmissionId, CancellationToken.None)).Length);
            Assert.NotNull(await quiet.Get<ReceiptDesk>().FindAsync(entry, CancellationToken.None));
        }

        var poison = Assert.Single(await quiet.Get<PoisonDesk>().ListAsync(CancellationToken.None));
        var requeued = await quiet.Get<PoisonDesk>().RequeueAsync(poison, "lee", CancellationToken.None);
        Assert.Equal((failed.SubmissionId.Replayed().Value, SubmissionStatus.AcceptedWithWarnings), (requeued.SubmissionId, requeued.Status));
        Assert.Equal(Documents + 1, (await quiet.Stores.Ledger.CurrentAsync(Site, CancellationToken.None)).Length);
    }

    private static string Csv(int document) => $"subject_id,study day,mrss,fvc % pred\nP-{document},1,20,90\nP-{document},183,14,92\n";
}
