namespace SscPipeline.LocalHost;

public enum HostEventKind
{
    /// <summary>A new or changed blob was seen; it waits for its turn.</summary>
    Found,

    /// <summary>An earlier run of the host had settled it.</summary>
    Skipped,

    Started,
    Succeeded,
    AttemptFailed,

    /// <summary>The last attempt failed, and a message went to the poison queue.</summary>
    Poisoned,
}
