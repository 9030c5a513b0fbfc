namespace SscPipeline.Storage.Deliveries;

public enum DeliveryState
{
    /// <summary>Noted together with the report; nobody has tried yet.</summary>
    Planned,

    /// <summary>Somebody prepares it; nothing has left yet.</summary>
    Claimed,

    /// <summary>It is leaving: who dies now leaves open whether it arrived.</summary>
    Sending,

    Sent,

    /// <summary>Certainly not accepted by the other side; it is tried again.</summary>
    Failed,

    /// <summary>Certainly not accepted, too often: it is not tried again.</summary>
    GivenUp,

    /// <summary>It left and no answer came: it may have arrived, so it is not sent again.</summary>
    Uncertain,
}
