namespace SscPipeline.Workflows.Settings;

/// <summary>A setting that the pipeline cannot start with. The message names the setting, what is wrong with it and an example;
/// never the value of a secret.</summary>
public sealed class SettingException : Exception
{
    /// <param name="message">Names the setting, what is wrong with it and an example.</param>
    public SettingException(string message)
        : base(message)
    {
    }

    public SettingException(string setting, string problem, string example)
        : base($"Setting '{setting}' {problem} Example: {setting}={example}")
    {
    }
}
