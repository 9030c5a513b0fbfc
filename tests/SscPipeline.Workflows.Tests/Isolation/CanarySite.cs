using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Tests.Hostile;

namespace SscPipeline.Workflows.Tests.Isolation;

/// <summary>A site that writes its own mark into every place in which a site can write.</summary>
internal sealed record CanarySite(string Code, string Canary)
{
    /// <summary>As it is sent by every site, to the byte.</summary>
    public const string Shared = "subject_id,study day,mrss,fvc % pred\nS-01,1,20,90\nS-01,183,14,92\n";

    public static IReadOnlyList<CanarySite> All { get; } =
        [new("site-a", "zqaqz"), new("site-b", "zqbqz"), new("site-c", "zqcqz")];

    private SiteCode Site => SiteCode.Parse(Code);

    public Task MapAsync(MemoryStudy study) =>
        study.Stores.Mappings.WriteAsync(Site, $"canonical,header\nmrss_total,{Canary} skin\nignore,{Canary} ward\n", CancellationToken.None);

    /// <summary>Good, wrong, contradicting, doubled and shared ones.</summary>
    public IReadOnlyList<(string Document, byte[] Content)> Documents =>
    [
        ($"{Canary} subjects.csv", Text($"subject_id,sex,age,height (cm),imatinib start study day,{Canary} column\n{Canary}-01,F,41,160,1,{Canary} cell\n{Canary}-02,{Canary} sex,41,160,1,x\n")),
        ($"{Canary} visits.csv", Visits(20)),
        ($"{Canary} again.csv", Visits(20)),
        ($"{Canary} conflict.csv", Visits(31)),
        ($"{Canary} events.csv", Text($"subject_id,ae_id,verbatim_term,onset_study_day,ctcae_grade,serious,seriousness_criteria,causality_verbatim\n{Canary}-01,{Canary} id,{Canary} nausea,5,3,Y,{Canary} criterion,{Canary} cause\n")),
        ($"{Canary}.xlsx", InjectionTests.Package($"{Canary} text")),
        ("shared.csv", Text(Shared)),
        ($"{Canary} same.csv", Text(Shared)),
        ($"{Canary} persons.csv", Text($"patient name,subject_id,study day,mrss\nMeier {Canary},{Canary}-01,1,20\n")),
        ($"{Canary} broken.xlsx", [0x50, 0x4B, 3, 4, .. Text(Canary)]),
        ($"{Canary} visits.csv", Visits(22)),
    ];

    /// <summary>One that fails on our side, and one that is evaluated again.</summary>
    public async Task FailAndReplayAsync(MemoryStudy study)
    {
        var blobName = $"{Code}/{Canary} cursed.csv";
        await study.DropAsync(blobName, Text($"subject_id,study day,mrss,note\n{Canary}-03,1,20,{Canary}\n"));
        await study.Get<IRecordPoison>().RunAsync(await study.PoisonAsync(blobName), CancellationToken.None);
        foreach (var entry in (await study.Stores.Ledger.ListAsync(Site, CancellationToken.None)).Take(4))
        {
            await study.ReplayAsync(entry.SubmissionId.Value, site: Code);
        }
    }

    private byte[] Visits(int mrss) => Text(
        $"subject_id,study day,{Canary} skin,fvc % pred,{Canary} ward,{Canary} unknown\n{Canary}-01,1,{mrss},90,{Canary} a,{Canary} b\n"
        + $"{Canary}-01,183,{Canary} typo,92,,\n{Canary}-02,1,77,91,,\nS-01,1,{mrss},80,,{Canary}\n");

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
