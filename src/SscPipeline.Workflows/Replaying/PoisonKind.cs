namespace SscPipeline.Workflows.Replaying;

public enum PoisonKind
{
    /// <summary>A submission that failed at every attempt.</summary>
    Failed,

    /// <summary>A submission that was begun and not settled for a long time: no host works on it, or its upload is gone.</summary>
    Stuck,

    /// <summary>A message of the queue <c>webjobs-blobtrigger-poison</c> that no host has recorded yet.</summary>
    Message,

    /// <summary>A message of the queue <c>ssc-inbox-events-poison</c>: an event of the inbox that could not be handled five times.</summary>
    Event,
}
