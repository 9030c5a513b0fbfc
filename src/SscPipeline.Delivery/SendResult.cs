namespace SscPipeline.Delivery;

public enum SendResult
{
    /// <summary>The other side said that it has it.</summary>
    Sent,

    /// <summary>Certainly not accepted: it may be tried again.</summary>
    Refused,

    /// <summary>It left and no answer came: it may have been accepted.</summary>
    Uncertain,
}
