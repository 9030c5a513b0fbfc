namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>Six NCRONTAB fields, or <c>%Name%</c> of the setting that holds them.</summary>
    public string Schedule { get; } = schedule;

    public bool RunOnStartup { get; set; }

    /// <summary>Keep the last and the next occurrence in storage, so that a missed one is noticed after a restart.</summary>
    public bool UseMonitor { get; set; } = true;
}
