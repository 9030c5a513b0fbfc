using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SscPipeline.LocalHost.Tests.Host;
using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests;

public sealed class TimerTriggerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string EveryHour = "0 0 * * * *";

    private readonly ManualTime time = new(At("2012-03-05T10:30:00Z"));

    [Fact]
    public async Task A_timer_runs_when_its_moment_comes_and_not_before()
    {
        var host = Hourly(azurite.NewAccount());

        await host.WhileRunningAsync(async () =>
        {
            await UntilWaitingAsync();
            await PassAsync(TimeSpan.FromMinutes(29.9));
            Assert.Empty(host.Calls.Made);
            await PassAsync(TimeSpan.FromMinutes(0.1));
            await host.Calls.UntilAsync(1);
            await UntilWaitingAsync();
            await PassAsync(TimeSpan.FromHours(1));
            await host.Calls.UntilAsync(2);
        });

        Assert.Equal(["on time", "on time"], host.Calls.Made);
    }

    [Fact]
    public async Task What_was_missed_while_no_host_ran_is_made_up_for_once()
    {
        var account = azurite.NewAccount();
        await StartAndStopAsync(Hourly(account));
        time.Advance(TimeSpan.FromHours(5));
        var second = Hourly(account);

        await second.WhileRunningAsync(async () =>
        {
            await second.Calls.UntilAsync(1);
            await UntilWaitingAsync();
        });
        var third = Hourly(account);
        await StartAndStopAsync(third);

        Assert.Equal(["past due"], second.Calls.Made);
        Assert.Empty(third.Calls.Made);
    }

    [Fact]
    public async Task A_schedule_that_was_changed_meanwhile_is_not_past_due()
    {
        var account = azurite.NewAccount();
        await StartAndStopAsync(Hourly(account));
        time.Advance(TimeSpan.FromHours(5));
        var changed = new RunningHost(account, time, "0 30 * * * *", typeof(TimerFunction));

        await StartAndStopAsync(changed);

        Assert.Empty(changed.Calls.Made);
        Assert.Equal(At("2012-03-05T16:30:00Z"), (await StatusAsync(changed)).GetProperty("Next").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_last_and_the_next_occurrence_are_kept_where_Azure_keeps_them()
    {
        var host = Hourly(azurite.NewAccount());

        await host.WhileRunningAsync(async () =>
        {
            await UntilWaitingAsync();
            await PassAsync(TimeSpan.FromMinutes(30));
            await host.Calls.UntilAsync(1);
            await UntilWaitingAsync();
        });

        var status = await StatusAsync(host);
        Assert.Equal(At("2012-03-05T11:00:00Z"), status.GetProperty("Last").GetDateTimeOffset());
        Assert.Equal(At("2012-03-05T12:00:00Z"), status.GetProperty("Next").GetDateTimeOffset());
        Assert.Equal(At("2012-03-05T11:00:00Z"), status.GetProperty("LastUpdated").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_timer_can_be_fired_by_hand_and_what_it_throws_escapes()
    {
        var host = Hourly(azurite.NewAccount());
        host.Calls.FailNext(1);

        var fault = await Record.ExceptionAsync(() => host.Host.FireTimerAsync("Struck", CancellationToken.None));
        await host.Host.FireTimerAsync("Struck", CancellationToken.None);

        Assert.IsType<InvalidOperationException>(fault);
        Assert.Equal(["on time", "on time"], host.Calls.Made);
        await Assert.ThrowsAsync<ArgumentException>(() => host.Host.FireTimerAsync("Unknown", CancellationToken.None));
    }

    [Theory]
    [InlineData("0 6 * * 1")]
    [InlineData("@daily")]
    [InlineData("0 0 25 * * *")]
    public void A_wrong_schedule_stops_the_start_and_names_the_setting_with_an_example(string schedule)
    {
        var fault = Assert.Throws<OptionsValidationException>(
            () => new RunningHost(azurite.NewAccount(), time, schedule, typeof(TimerFunction)));

        Assert.Contains($"Setting 'Ssc:SummarySchedule' is '{schedule}'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("0 0 6 * * 1", fault.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<JsonElement> StatusAsync(RunningHost host)
    {
        var blob = host.Blobs.GetBlobContainerClient("azure-webjobs-hosts").GetBlobClient("timers/ssc-local/Host.Functions.Struck/status");
        return JsonDocument.Parse((await blob.DownloadContentAsync()).Value.Content).RootElement;
    }

    private RunningHost Hourly(string account) => new(account, time, EveryHour, typeof(TimerFunction));

    private Task StartAndStopAsync(RunningHost host) => host.WhileRunningAsync(UntilWaitingAsync);

    /// <summary>The timer waits in steps, so the clock moves in steps too.</summary>
    private async Task PassAsync(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(30))
        {
            await UntilWaitingAsync();
            time.Advance(left < TimeSpan.FromSeconds(30) ? left : TimeSpan.FromSeconds(30));
        }
    }

    private async Task UntilWaitingAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (time.Waiting == 0)
        {
            Assert.False(patience.IsCancellationRequested, "Nothing waits for the clock.");
            await Task.Delay(1, CancellationToken.None);
        }
    }
}
