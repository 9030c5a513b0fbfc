using Microsoft.Extensions.Configuration;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Tests.Publishing;

public sealed class SummaryScheduleTests
{
    [Theory]
    [InlineData("0 0 6 * * 1", "2026-03-02T06:00:00Z", "2026-03-02T06:00:00Z")]
    [InlineData("0 0 6 * * 1", "2026-03-02T05:59:59Z", "2026-03-02T06:00:00Z")]
    [InlineData("0 0 6 * * 1", "2026-03-02T05:59:50Z", "2026-02-23T06:00:00Z")]
    [InlineData("0 0 6 * * 1", "2026-03-08T23:00:00Z", "2026-03-02T06:00:00Z")]
    [InlineData("*/10 * * * * *", "2026-03-02T06:00:15Z", "2026-03-02T06:00:10Z")]
    [InlineData("0 30 4 1 * *", "2026-03-31T00:00:00Z", "2026-03-01T04:30:00Z")]
    [InlineData("0 0 0 29 2 *", "2027-06-01T00:00:00Z", "2024-02-29T00:00:00Z")]
    public void A_run_belongs_to_the_last_scheduled_time_and_one_that_fires_a_moment_early_to_the_next(string schedule, string now, string period) =>
        Assert.Equal(Time(period), Read(schedule).PeriodAt(Time(now)));

    [Fact]
    public void The_next_report_is_due_at_the_next_scheduled_time() =>
        Assert.Equal(Time("2026-03-09T06:00:00Z"), Read("0 0 6 * * 1").After(Time("2026-03-02T06:00:00Z")));

    [Theory]
    [InlineData("every monday")]
    [InlineData("0 6 * * 1")]
    public void A_schedule_that_is_none_is_named_with_an_example(string text)
    {
        var wrong = Assert.Throws<SettingException>(() => Read(text));

        Assert.StartsWith($"Setting 'Ssc:SummarySchedule' is '{text}'", wrong.Message, StringComparison.Ordinal);
        Assert.EndsWith("Example: Ssc:SummarySchedule=0 0 6 * * 1", wrong.Message, StringComparison.Ordinal);
    }

    private static SummarySchedule Read(string text) => SummarySchedule.Read(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Ssc:SummarySchedule", (string?)text)]).Build());

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
