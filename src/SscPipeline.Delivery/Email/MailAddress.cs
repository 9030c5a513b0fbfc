using MimeKit;

namespace SscPipeline.Delivery.Email;

/// <summary>What counts as an address.</summary>
public static class MailAddress
{
    /// <summary>One mailbox with a domain, on one line; a name before it is allowed.</summary>
    public static bool IsValid(string text) =>
        !text.Any(char.IsControl)
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && at < mailbox.Address.Length - 1;
}
