using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using NCrontab;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Diagnosing;

/// <summary>Reads every setting as the start does, without stopping at the first that is wrong.</summary>
public static class SettingsCheck
{
    private const string UsualReconcile = "0 */15 * * * *";

    private static readonly Action<IConfiguration>[] Readers =
    [
        configuration => SettingsReader.Read(configuration),
        configuration => DeliverySettingsReader.Read(configuration),
        configuration => Schedule(configuration, ScheduleSetting.Summary),
        configuration => Schedule(configuration, ScheduleSetting.Reconcile),
    ];

    /// <summary>One message for each part of the settings that cannot be read.</summary>
    public static ImmutableArray<string> Problems(IConfiguration configuration) => [.. Readers.Select(read => Problem(read, configuration)).OfType<string>()];

    /// <summary>The schedules that can be read and have no occurrence after this time.</summary>
    internal static IEnumerable<string> NeverFiring(IConfiguration configuration, DateTimeOffset now) =>
        from name in (string[])[ScheduleSetting.Summary, ScheduleSetting.Reconcile]
        where Problem(settings => Schedule(settings, name), configuration) is null && !Schedule(configuration, name).FiresAfter(now)
        select name;

    private static CrontabSchedule Schedule(IConfiguration configuration, string name) => ScheduleSetting.Read(configuration, name, UsualReconcile);

    private static string? Problem(Action<IConfiguration> read, IConfiguration configuration)
    {
        try
        {
            read(configuration);
            return null;
        }
        catch (SettingException wrong)
        {
            return wrong.Message;
        }
    }
}
