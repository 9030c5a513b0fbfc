namespace SscPipeline.Domain.Submissions;

/// <summary>What became of a submission. All but <see cref="Processing"/> are final.</summary>
public enum SubmissionStatus
{
    /// <summary>Begun and not finished; only the ledger shows it, never a receipt.</summary>
    Processing,
    Accepted,
    AcceptedWithWarnings,

    /// <summary>Some values or rows were withheld.</summary>
    PartiallyAccepted,

    /// <summary>Nothing of it is used; the previous version of the document stays current.</summary>
    Rejected,

    /// <summary>The site already sent these bytes.</summary>
    Duplicate,

    /// <summary>Our fault, after the last attempt; the bytes are kept.</summary>
    Failed,
}
