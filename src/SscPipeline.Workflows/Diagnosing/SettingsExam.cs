using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Diagnosing;

/// <summary>Can the settings be read, are their names known, do the schedules ever come round?</summary>
internal static class SettingsExam
{
    public static IEnumerable<Diagnosis> Examine(IConfiguration configuration, DateTimeOffset now)
    {
        var found = Wrong(configuration).Concat(Unknown(configuration)).Concat(Never(configuration, now)).ToImmutableArray();
        return found.IsEmpty ? [Diagnosis.Well("setting", "", "All settings can be read, and all names are known.")] : found;
    }

    private static IEnumerable<Diagnosis> Wrong(IConfiguration configuration) =>
        from problem in SettingsCheck.Problems(configuration)
        let parts = problem.Split(" Example: ", 2)
        select new Diagnosis("setting", "", parts[0], parts is [_, var example] ? $"Correct it where it is set, such as {example}." : "Correct it where it is set.");

    private static IEnumerable<Diagnosis> Unknown(IConfiguration configuration) =>
        from setting in configuration.AsEnumerable()
        where setting.Value is not null && SettingNames.IsMeantForUs(setting.Key) && !SettingNames.IsKnown(setting.Key)
        let name = setting.Key.Replace(":", "__", StringComparison.Ordinal)
        select new Diagnosis(
            "unknown-setting", name, $"There is no setting {name}, so it does nothing.",
            SettingNames.Nearest(setting.Key) is { } nearest
                ? $"It was probably meant to be {nearest}: rename it."
                : "Remove it; local.settings.sample.json explains all that there are.");

    private static IEnumerable<Diagnosis> Never(IConfiguration configuration, DateTimeOffset now) =>
        from name in SettingsCheck.NeverFiring(configuration, now)
        select new Diagnosis(
            "schedule-never", name.Replace(":", "__", StringComparison.Ordinal), $"The schedule '{configuration[name]}' never comes round.",
            "Day of month and day of week must both fit, and the date must exist. Mondays at 06:00 UTC are '0 0 6 * * 1'.");
}
