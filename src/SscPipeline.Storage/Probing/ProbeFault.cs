namespace SscPipeline.Storage.Probing;

/// <summary>Why storage did not do what was asked, as far as an operator can do something about it.</summary>
public enum ProbeFault
{
    None,

    /// <summary>Nobody answers at the address.</summary>
    Unreachable,

    /// <summary>The key, signature or token is refused, or a firewall is in between.</summary>
    Refused,

    /// <summary>The account takes identities only.</summary>
    KeysAreOff,

    /// <summary>Nobody is logged in, or the identity does not exist.</summary>
    NoIdentity,

    /// <summary>Known, and may not do this.</summary>
    NotAllowed,

    Missing,

    /// <summary>The service does not speak our version.</summary>
    OldService,

    /// <summary>There is no address of this service.</summary>
    NoAddress,

    /// <summary>It answered what nobody wrote.</summary>
    WrongContent,

    Other,
}
