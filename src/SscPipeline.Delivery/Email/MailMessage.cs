using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace SscPipeline.Delivery.Email;

/// <summary>A mail as it travels (RFC 5322, multipart).</summary>
public static class MailMessage
{
    /// <summary>The bytes of an <c>.eml</c> file.</summary>
    public static byte[] Write(Mail mail, string from)
    {
        using var message = Compose(mail, from);
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }

    internal static MimeMessage Compose(Mail mail, string from)
    {
        var sender = MailboxAddress.Parse(OneLine(from));
        var message = new MimeMessage
        {
            Subject = OneLine(mail.Subject),
            Date = mail.Date,
            MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.Key}\n{mail.To}")))[..32]}@{sender.Domain}",
        };
        message.From.Add(sender);
        message.To.Add(MailboxAddress.Parse(OneLine(mail.To)));

        // Answers of absence are not wanted, and other machines should not answer either (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var file in mail.Files)
        {
            body.Attachments.Add(file.Name, file.Content.ToArray(), ContentType.Parse(file.ContentType));
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    /// <summary>A line break would begin another header.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}
