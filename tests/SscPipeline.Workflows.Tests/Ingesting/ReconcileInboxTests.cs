namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class ReconcileInboxTests : IDisposable
{
    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task What_no_event_told_is_found_and_what_is_settled_is_left_alone()
    {
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        await study.DropAsync("site-b/visits.csv", "subject_id,study day,mrss,tpn\nP-02,1,22,N\n");
        await study.DropAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,21,N\n");

        var first = await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);
        var second = await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);

        Assert.Equal(new ReconcileResult(Listed: 2, Ingested: 2), first);
        Assert.Equal(new ReconcileResult(Listed: 2, Ingested: 0), second);
        var outcomes = await study.OutcomesAsync();
        Assert.Contains(outcomes, line => line.StartsWith("site-a,P-01,1,mrss_total,21,", StringComparison.Ordinal));
        Assert.Contains(outcomes, line => line.StartsWith("site-b,P-02,1,mrss_total,22,", StringComparison.Ordinal));
    }
}
