namespace SscPipeline.Delivery.Email;

/// <summary>The server that takes the study's mail, and the sender it knows.</summary>
public sealed record MailServer
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    public MailSecurity Security { get; init; }

    /// <summary>Null when the server asks for none.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>An address, with or without a name before it.</summary>
    public required string From { get; init; }

    /// <summary>For one mail from connecting to its acceptance.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Records print their members; a password is not to be printed.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
