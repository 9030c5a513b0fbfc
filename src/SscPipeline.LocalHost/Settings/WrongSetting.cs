using Microsoft.Extensions.Options;

namespace SscPipeline.LocalHost.Settings;

/// <summary>One message with the setting, what is wrong with it and an example; it stops the start.</summary>
internal static class WrongSetting
{
    public static OptionsValidationException Of(string name, string problem, string example) =>
        new(name, typeof(LocalHostOptions), [$"Setting '{name}' {problem}. Example: {name} = {example}"]);
}
