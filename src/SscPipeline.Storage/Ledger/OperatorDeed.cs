namespace SscPipeline.Storage.Ledger;

public enum OperatorDeed
{
    /// <summary>Evaluated again with today's dictionary.</summary>
    Replayed,

    /// <summary>Replayed, and asked to take the place of a newer upload.</summary>
    MadeCurrent,

    /// <summary>A failure that is to be processed again.</summary>
    Requeued,

    /// <summary>A failure that needs nothing more.</summary>
    Dropped,
}
