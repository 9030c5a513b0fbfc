using SscPipeline.Storage.Tests.Azurite;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Contracts;

public abstract class MappingContract(Stores stores)
{
    [Fact]
    public async Task A_sites_mapping_reads_back_as_it_was_last_written()
    {
        var (site, other) = (Site(), Site());
        await stores.Mappings.WriteAsync(site, "mrss_total,Hautscore\n", Never);
        await stores.Mappings.WriteAsync(site, "mrss_total,皮肤\n", Never);

        Assert.Equal("mrss_total,皮肤\n", await stores.Mappings.ReadAsync(site, Never));
        Assert.Null(await stores.Mappings.ReadAsync(other, Never));
    }

    [Collection(AzuriteCollection.Name)]
    public sealed class OnAzure(StorageFixture azurite) : MappingContract(azurite.Stores);

    public sealed class InMemory() : MappingContract(Stores.InMemory(TimeProvider.System));
}
