using Microsoft.Extensions.Configuration;

namespace SscPipeline.LocalHost.Settings;

/// <summary>The settings file of Azure Functions Core Tools, so that one file serves both hosts.</summary>
public static class LocalSettings
{
    /// <summary>What a machine without any settings runs on. Azure has the same in its app settings.</summary>
    public static IReadOnlyDictionary<string, string?> Defaults { get; } = new Dictionary<string, string?>
    {
        ["Ssc:SummarySchedule"] = "0 0 6 * * 1",
        ["Ssc:ReconcileSchedule"] = "0 */15 * * * *",
    };

    /// <summary>Adds the defaults and then the object <c>Values</c> of the file, in which <c>__</c> stands for <c>:</c>. The file may be missing.</summary>
    /// <remarks>Add it before the environment, which overrules it.</remarks>
    /// <exception cref="InvalidDataException">The file is not JSON.</exception>
    public static IConfigurationBuilder AddLocalSettings(this IConfigurationBuilder builder, string path)
    {
        builder.AddInMemoryCollection(Defaults);
        if (!File.Exists(path))
        {
            return builder;
        }

        var file = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(path)).Build();
        return builder.AddInMemoryCollection(
            from setting in file.GetSection("Values").AsEnumerable(makePathsRelative: true)
            where setting.Value is not null
            select KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value));
    }
}
