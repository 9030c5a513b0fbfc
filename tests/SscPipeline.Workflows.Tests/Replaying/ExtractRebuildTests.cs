using System.Globalization;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Tests.Replaying;

public sealed class ExtractRebuildTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 5)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task Extracts_that_grew_with_every_publication_are_those_made_anew_from_the_tables_to_the_byte(int seed)
    {
        using var study = new MemoryStudy();
        var random = new Random(seed);
        var sent = new List<Receipt>();
        for (var step = 0; step < 10; step++)
        {
            var site = random.Next(2) == 0 ? "site-a" : "site-b";
            sent.Add(await study.SendAsync($"{site}/visits {random.Next(3)}.csv", Csv(random)));
            if (random.Next(3) == 0)
            {
                var again = sent[random.Next(sent.Count)];
                await study.ReplayAsync(again.SubmissionId, makesCurrent: random.Next(2) == 0, site: again.Site);
            }

            if (random.Next(2) == 0)
            {
                await PublishAsync(study);
            }
        }

        await PublishAsync(study);

        foreach (var site in await study.Stores.Ledger.SitesAsync(CancellationToken.None))
        {
            Assert.True(await study.Get<ReplayDesk>().RebuildExtractAsync(site, CancellationToken.None));
        }
    }

    [Fact]
    public async Task An_extract_that_says_something_else_than_the_tables_is_noticed_and_mended()
    {
        using var study = new MemoryStudy();
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss\nP-01,1,20\n");
        await PublishAsync(study);
        var site = SiteCode.Parse("site-a");
        var documents = Workflows.Sites.SiteExtract.Read((await study.Stores.Extracts.ReadAsync(site, CancellationToken.None))!);
        await study.Stores.Extracts.WriteAsync(site, Workflows.Sites.SiteExtract.Write([documents[0] with { Rows = [] }]), CancellationToken.None);

        var first = await study.Get<ReplayDesk>().RebuildExtractAsync(site, CancellationToken.None);
        var second = await study.Get<ReplayDesk>().RebuildExtractAsync(site, CancellationToken.None);

        Assert.Equal((false, true), (first, second));
    }

    private static string Csv(Random random) => "subject_id,study day,mrss,fvc (L),albumin (g/L)\n" + string.Concat(Enumerable.Range(1, random.Next(1, 5)).Select(
        n => string.Create(CultureInfo.InvariantCulture, $"P-0{n},{random.Next(1, 400)},{random.Next(60)},{random.Next(100, 500) / 100m},{random.Next(30, 50)}\n")));

    private static Task<PublishResult> PublishAsync(MemoryStudy study)
    {
        study.Time.Advance(TimeSpan.FromMinutes(1));
        return study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);
    }
}
