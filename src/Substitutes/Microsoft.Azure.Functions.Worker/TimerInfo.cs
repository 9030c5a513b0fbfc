namespace Microsoft.Azure.Functions.Worker;

public class TimerInfo
{
    /// <summary>Null when the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>An occurrence was missed while no host ran; the function is called once for however many there were.</summary>
    public bool IsPastDue { get; set; }
}
