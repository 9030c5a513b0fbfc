using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Tests.Azurite;
using SscPipeline.Storage.Tests.DataTables;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Resilience;

[Collection(AzuriteCollection.Name)]
public sealed class QueryShapeTests(StorageFixture azurite)
{
    [Fact]
    public async Task No_query_lacks_its_partition()
    {
        var queries = new List<string>();
        var transport = new CountingTransport
        {
            Answered = (_, request) =>
            {
                var uri = Uri.UnescapeDataString(request.Uri.ToUri().PathAndQuery);
                if (uri.Contains("()", StringComparison.Ordinal))
                {
                    queries.Add(uri);
                }
            },
        };
        var (stores, site) = (transport.Over(azurite), Site());
        var begun = await stores.Ledger.BeginAsync(site, Submission(5), "a.csv", Sha("a"), "0x8DC0FFEE", Day(5), Never);
        await stores.Ledger.CommitAsync(begun with { Status = SubmissionStatus.Accepted }, new PointerMove("a.csv", Submission(5), null), true, Never);
        await stores.Ledger.CurrentAsync(site, Never);
        await stores.Ledger.ListAsync(site, Never);
        await stores.Ledger.SitesAsync(Never);
        await stores.Outcomes.ReadAsync(site, Submission(5), Never);
        await stores.Summaries.LatestAsync("controlled", Never);

        Assert.Equal(5, queries.Count);
        Assert.All(queries, query => Assert.Contains("$filter=PartitionKey eq '", query, StringComparison.Ordinal));
        Assert.All(queries, query => Assert.Contains("' and RowKey ge '", query, StringComparison.Ordinal));
    }
}
