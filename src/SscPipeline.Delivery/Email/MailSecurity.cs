namespace SscPipeline.Delivery.Email;

public enum MailSecurity
{
    /// <summary>Plain at first, encrypted before anything is said (port 587). A server that cannot is refused.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (port 465).</summary>
    Implicit,

    /// <summary>Never encrypted: for a relay on this machine or a closed network.</summary>
    None,
}
