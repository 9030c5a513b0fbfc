using Microsoft.Extensions.Configuration;
using NCrontab;

namespace SscPipeline.Workflows.Settings;

/// <summary>A setting of six NCRONTAB fields, read by the engine that Azure uses.</summary>
internal static class ScheduleSetting
{
    public const string Summary = "Ssc:SummarySchedule";
    public const string Reconcile = "Ssc:ReconcileSchedule";

    /// <param name="usual">Holds when nothing is set.</param>
    /// <exception cref="SettingException">It is not six fields of NCRONTAB.</exception>
    public static CrontabSchedule Read(IConfiguration configuration, string name, string usual)
    {
        var fields = configuration[name] is { Length: > 0 } text ? text : usual;
        return CrontabSchedule.TryParse(fields, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) ?? throw new SettingException(
            name, $"is '{fields}', which is not a schedule: it needs six fields, {{second}} {{minute}} {{hour}} {{day}} {{month}} {{day of week}}.", usual);
    }

    /// <summary>Whether there is an occurrence after this time.</summary>
    public static bool FiresAfter(this CrontabSchedule schedule, DateTimeOffset now) => schedule.GetNextOccurrence(now.UtcDateTime) < DateTime.MaxValue;
}
