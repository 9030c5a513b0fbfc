using Microsoft.Extensions.Configuration;
using NCrontab;
using SscPipeline.LocalHost.Settings;

namespace SscPipeline.LocalHost.Timers;

/// <summary>Six NCRONTAB fields, read by the engine that Azure uses, in UTC. Day of month and day of week must both fit.</summary>
internal sealed class Schedule
{
    private static readonly TimeSpan TooOftenToMonitor = TimeSpan.FromMinutes(1);

    private readonly CrontabSchedule crontab;

    private Schedule(CrontabSchedule crontab) => this.crontab = crontab;

    /// <param name="expression">The fields, or <c>%Name%</c> of the setting that holds them.</param>
    public static Schedule Of(string expression, IConfiguration configuration)
    {
        var fields = SettingReference.Resolve(expression, configuration);
        return CrontabSchedule.TryParse(fields, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } crontab
            ? new Schedule(crontab)
            : throw WrongSetting.Of(
                SettingReference.NameIn(expression),
                $"is '{fields}', which is not a schedule: it needs six fields, {{second}} {{minute}} {{hour}} {{day}} {{month}} {{day of week}}",
                "0 0 6 * * 1 (Mondays at 06:00 UTC)");
    }

    /// <summary>The first occurrence after this time; the end of time when there is none.</summary>
    public DateTime After(DateTime time) => crontab.GetNextOccurrence(time);

    /// <summary>As in Azure, occurrences less than a minute apart are not recorded.</summary>
    public bool IsMonitored(DateTime now)
    {
        var next = After(now);
        return next == DateTime.MaxValue || After(next) - next >= TooOftenToMonitor;
    }
}
