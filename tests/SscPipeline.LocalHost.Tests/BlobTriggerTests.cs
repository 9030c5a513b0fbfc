using System.Text;
using System.Text.Json;
using SscPipeline.LocalHost.Tests.Host;
using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests;

public sealed class BlobTriggerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task One_token_takes_the_whole_name_with_its_folders()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction));
        await host.DropAsync("site-a/2012/visits müller 1月.xlsx", "x");

        await host.UntilIdleAsync();

        Assert.Equal(["site-a/2012/visits müller 1月.xlsx"], host.Calls.Made);
    }

    [Fact]
    public async Task An_earlier_token_is_greedy_as_in_Azure()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(StreamFunction));
        await host.DropAsync("a/b/c.csv", "content");
        await host.DropAsync("a/b/c.xlsx", "another format does not fit the pattern");

        await host.UntilIdleAsync();

        Assert.Equal(["a/b|c|content"], host.Calls.Made);
    }

    [Fact]
    public async Task The_same_upload_is_delivered_once_and_a_new_upload_again()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction));
        await host.DropAsync("site-a/v.csv", "1");
        await host.UntilIdleAsync();
        await host.UntilIdleAsync();
        var before = host.Calls.Made.Count;

        await host.DropAsync("site-a/v.csv", "2");
        await host.UntilIdleAsync();

        Assert.Equal(1, before);
        Assert.Equal(["site-a/v.csv", "site-a/v.csv"], host.Calls.Made);
    }

    [Fact]
    public async Task A_blob_that_was_deleted_and_sent_again_is_delivered_again()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction));
        await host.DropAsync("site-a/v.csv", "1");
        await host.UntilIdleAsync();
        await host.Blobs.GetBlobContainerClient("inbox").DeleteBlobAsync("site-a/v.csv");
        await host.UntilIdleAsync();

        await host.DropAsync("site-a/v.csv", "1");
        await host.UntilIdleAsync();

        Assert.Equal(2, host.Calls.Made.Count);
    }

    [Fact]
    public async Task Five_failed_attempts_leave_one_message_in_the_shape_of_Azure()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction));
        host.Calls.FailNext(5);
        await host.DropAsync("site-a/v.csv", "1");
        var sent = await host.Blobs.GetBlobContainerClient("inbox").GetBlobClient("site-a/v.csv").GetPropertiesAsync();

        await host.UntilIdleAsync();
        await host.UntilIdleAsync();

        var message = Assert.Single((await host.Queues.GetQueueClient("webjobs-blobtrigger-poison").ReceiveMessagesAsync(10)).Value);
        var json = JsonDocument.Parse(Convert.FromBase64String(message.MessageText)).RootElement;
        Assert.Equal(5, host.Calls.Made.Count);
        Assert.Equal(
            [
                ("Type", "BlobTrigger"), ("FunctionId", "Host.Functions.Arrived"), ("BlobType", "BlockBlob"), ("ContainerName", "inbox"),
                ("BlobName", "site-a/v.csv"), ("ETag", $"\"{sent.Value.ETag.ToString().Trim('"')}\""),
            ],
            json.EnumerateObject().Select(property => (property.Name, property.Value.GetString()!)));
    }

    [Fact]
    public async Task A_fault_that_passes_is_survived_by_trying_again()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction), typeof(PoisonFunction));
        host.Calls.FailNext(4);
        await host.DropAsync("site-a/v.csv", "1");

        await host.UntilIdleAsync();

        Assert.Equal(Enumerable.Repeat("site-a/v.csv", 5), host.Calls.Made);
        Assert.Equal(
            [
                HostEventKind.Found, HostEventKind.Started, HostEventKind.AttemptFailed, HostEventKind.Started, HostEventKind.AttemptFailed,
                HostEventKind.Started, HostEventKind.AttemptFailed, HostEventKind.Started, HostEventKind.AttemptFailed,
                HostEventKind.Started, HostEventKind.Succeeded,
            ],
            host.Events.Select(e => e.Kind));
    }

    [Fact]
    public async Task The_host_is_not_idle_before_the_poison_message_was_recorded()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction), typeof(PoisonFunction));
        host.Calls.FailNext(5);
        await host.DropAsync("site-a/v.csv", "1");

        await host.UntilIdleAsync();

        Assert.Equal(6, host.Calls.Made.Count);
        Assert.Contains("\"BlobName\":\"site-a/v.csv\"", host.Calls.Made[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_is_not_idle_while_a_function_runs()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(SlowFunction));
        for (var n = 0; n < 6; n++)
        {
            await host.DropAsync($"site-a/{n}.csv", "1");
        }

        await host.UntilIdleAsync();

        Assert.Equal(6, host.Calls.Made.Count);
    }

    [Fact]
    public async Task What_an_earlier_run_settled_is_skipped_at_the_start_and_delivered_when_it_changes()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction));
        host.Handled.Add("site-a/old.csv");
        await host.DropAsync("site-a/old.csv", "1");
        await host.DropAsync("site-a/new.csv", "1");
        await host.UntilIdleAsync();
        var atStart = host.Calls.Made;

        await host.DropAsync("site-a/old.csv", "2");
        await host.UntilIdleAsync();

        Assert.Equal(["site-a/new.csv"], atStart);
        Assert.Equal(["site-a/new.csv", "site-a/old.csv"], host.Calls.Made);
        Assert.Single(host.Events, e => e.Kind == HostEventKind.Skipped);
    }

    [Fact]
    public async Task What_is_dropped_while_the_host_runs_is_delivered_and_the_host_stops_when_told()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction), typeof(QueueFunction), typeof(TimerFunction));

        await host.WhileRunningAsync(async () =>
        {
            await host.DropAsync("site-a/v.csv", "1");
            await host.Calls.UntilAsync(1);
            await host.DropAsync("site-b/v.csv", "1");
            await host.Calls.UntilAsync(2);
        });

        Assert.Equal(["site-a/v.csv", "site-b/v.csv"], host.Calls.Made);
    }

    [Fact]
    public async Task A_function_that_runs_when_the_host_is_told_to_stop_may_finish()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(SlowFunction));
        await host.DropAsync("site-a/v.csv", "1");

        await host.WhileRunningAsync(async () =>
        {
            while (host.Events.All(e => e.Kind != HostEventKind.Started))
            {
                await Task.Delay(5, CancellationToken.None);
            }
        });

        Assert.Equal(["site-a/v.csv of inbox"], host.Calls.Made);
    }

    [Fact]
    public async Task The_log_names_no_file_and_quotes_no_exception()
    {
        var host = new RunningHost(azurite.NewAccount(), typeof(BlobFunction));
        host.Calls.FailNext(5);
        await host.DropAsync("site-a/Zhang San.csv", "1");

        await host.UntilIdleAsync();

        var log = string.Join('\n', host.Log);
        Assert.Contains("InvalidOperationException", log, StringComparison.Ordinal);
        Assert.DoesNotContain("0042", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Zhang", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("Zhang")), log, StringComparison.Ordinal);
    }
}
