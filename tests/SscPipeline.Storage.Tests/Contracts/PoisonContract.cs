using Azure.Storage.Queues;
using SscPipeline.Storage.Poison;
using SscPipeline.Storage.Tests.Azurite;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Contracts;

public abstract class PoisonContract(Stores stores)
{
    private readonly IPoisonQueue queue = stores.Poison;

    [Fact]
    public async Task A_message_is_seen_taken_given_back_and_deleted()
    {
        var text = $"{{\"Type\":\"BlobTrigger\",\"BlobName\":\"{Site()}/随访.csv\"}}";
        await queue.AddAsync(text, Never);

        var seen = Assert.Single(await queue.PeekAsync(32, Never));
        var taken = Assert.Single(await queue.ReceiveAsync(32, TimeSpan.FromMinutes(1), Never));
        var hidden = await queue.PeekAsync(32, Never);
        var released = await queue.ReleaseAsync(taken, Never);
        var again = Assert.Single(await queue.ReceiveAsync(1, TimeSpan.FromMinutes(1), Never));
        var late = await queue.DeleteAsync(taken, Never);
        var deleted = await queue.DeleteAsync(again, Never);
        var twice = await queue.DeleteAsync(again, Never);

        Assert.Equal((text, 0), (seen.Text, seen.DequeueCount));
        Assert.Equal((text, 1), (taken.Text, taken.DequeueCount));
        Assert.Equal((text, 2), (again.Text, again.DequeueCount));
        Assert.Empty(hidden);
        Assert.Equal((true, false, true, false), (released, late, deleted, twice));
        Assert.Empty(await queue.PeekAsync(32, Never));
        await Assert.ThrowsAsync<ArgumentException>(() => queue.DeleteAsync(seen, Never));
    }

    [Collection(AzuriteCollection.Name)]
    public sealed class OnAzure(StorageFixture azurite) : PoisonContract(azurite.Stores)
    {
        [Theory]
        [InlineData("{\"BlobName\":\"a/b.csv\"}", "{\"BlobName\":\"a/b.csv\"}")]
        [InlineData("eyJCbG9iTmFtZSI6ImEvYi5jc3YifQ==", "{\"BlobName\":\"a/b.csv\"}")]
        public async Task A_message_is_understood_as_base64_and_as_plain_text(string sent, string understood)
        {
            await new QueueClient(azurite.ConnectionString, StorageNames.PoisonQueue).SendMessageAsync(sent);

            var taken = Assert.Single(await azurite.Stores.Poison.ReceiveAsync(1, TimeSpan.FromMinutes(1), Never));
            await azurite.Stores.Poison.DeleteAsync(taken, Never);

            Assert.Equal(understood, taken.Text);
        }

        private readonly StorageFixture azurite = azurite;
    }

    public sealed class InMemory() : PoisonContract(Stores.InMemory(TimeProvider.System));
}
