using System.Text;
using SscPipeline.LocalHost.Tests.Host;
using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests;

public sealed class QueueTriggerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task A_message_is_read_whether_it_is_base64_or_plain_and_then_deleted()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(QueueFunction));
        var queue = host.Queues.GetQueueClient("orders");
        await queue.CreateAsync();
        await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"a\":1}")));
        await queue.SendMessageAsync("{\"b\":2}");

        await host.UntilIdleAsync();

        Assert.Equal(["{\"a\":1}", "{\"b\":2}"], host.Calls.Made.Order());
        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_message_that_fails_five_times_moves_to_the_poison_queue()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(QueueFunction));
        host.Calls.FailNext(5);
        await host.Queues.CreateQueueAsync("orders");
        await host.Queues.GetQueueClient("orders").SendMessageAsync("order");

        await host.UntilIdleAsync();

        var buried = Assert.Single((await host.Queues.GetQueueClient("orders-poison").ReceiveMessagesAsync(10)).Value);
        Assert.Equal("order", buried.MessageText);
        Assert.Equal(5, host.Calls.Made.Count);
        Assert.Equal(0, (await host.Queues.GetQueueClient("orders").GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_message_of_a_poison_queue_that_fails_is_never_lost()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(PoisonFunction));
        host.Calls.FailNext(100);
        await host.Queues.CreateQueueAsync("webjobs-blobtrigger-poison");
        await host.Queues.GetQueueClient("webjobs-blobtrigger-poison").SendMessageAsync("message");

        await host.UntilIdleAsync();

        Assert.Equal(5, host.Calls.Made.Count);
        Assert.Equal(1, (await host.Queues.GetQueueClient("webjobs-blobtrigger-poison").GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }
}
