using Microsoft.Extensions.Configuration;
using NCrontab;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Publishing;

/// <summary>The setting <c>Ssc:SummarySchedule</c>, in UTC. A period begins at a scheduled time and ends before the next.</summary>
public sealed class SummarySchedule
{
    private const string Usual = "0 0 6 * * 1";

    /// <summary>A timer may fire a moment early; that run belongs to the period that is about to begin.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);

    /// <summary>The longest gap that NCRONTAB can express: 29 February across a year like 2100.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromDays((366 * 8) + 1);

    private readonly CrontabSchedule crontab;

    private SummarySchedule(CrontabSchedule crontab) => this.crontab = crontab;

    /// <exception cref="SettingException">It is not six fields of NCRONTAB.</exception>
    public static SummarySchedule Read(IConfiguration configuration) => new(ScheduleSetting.Read(configuration, ScheduleSetting.Summary, Usual));

    /// <summary>The period that has begun at this time; null when the schedule has none in the past.</summary>
    public DateTimeOffset? PeriodAt(DateTimeOffset now)
    {
        var end = (now + Early).UtcDateTime;
        for (var span = TimeSpan.FromMinutes(1); ; span *= 8)
        {
            var far = span < LongestGap ? span : LongestGap;

            // Both ends are exclusive, and a period that begins just now has begun.
            var last = crontab.GetNextOccurrences(end - far, end.AddTicks(1)).Select(time => (DateTime?)time).LastOrDefault();
            if (last is { } found)
            {
                return new DateTimeOffset(found, TimeSpan.Zero);
            }

            if (far == LongestGap)
            {
                return null;
            }
        }
    }

    /// <summary>Null when there is no more.</summary>
    public DateTimeOffset? After(DateTimeOffset now) =>
        crontab.GetNextOccurrence(now.UtcDateTime) is var next && next < DateTime.MaxValue ? new DateTimeOffset(next, TimeSpan.Zero) : null;
}
