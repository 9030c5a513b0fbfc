using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace SscPipeline.Delivery.Email;

/// <summary>Hands a mail to an SMTP server.</summary>
/// <remarks>Until the first byte of the mail has left, a failure is a failure. After that, and before the server has answered, nobody can
/// know: the one window in which a mail may have arrived although no answer came.</remarks>
public sealed class SmtpMailer(TimeProvider time) : IMailer
{
    public async Task<SendOutcome> SendAsync(Mail mail, MailServer server, Func<Task<bool>> leaving, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(server.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var transfer = new Transfer();
        try
        {
            using var message = MailMessage.Compose(mail, server.From);
            using var client = new SmtpClient();
            await client.ConnectAsync(server.Host, server.Port, Options(server.Security), either.Token);
            if (server.User is { } user)
            {
                await client.AuthenticateAsync(user, server.Password ?? "", either.Token);
            }

            if (!await leaving())
            {
                return SendOutcome.Refused("Another host has taken it over.");
            }

            await client.SendAsync(message, either.Token, transfer);
            transfer.IsAccepted = true;
            await client.DisconnectAsync(quit: true, either.Token);
            return SendOutcome.Sent;
        }
        catch (Exception fault) when (IsOfTheWorld(fault) && !cancellationToken.IsCancellationRequested)
        {
            return transfer.IsAccepted ? SendOutcome.Sent
                : transfer.HasBegun && fault is not SmtpCommandException ? SendOutcome.Uncertain(Words(fault, server))
                : SendOutcome.Refused(Words(fault, server));
        }
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Implicit => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static bool IsOfTheWorld(Exception fault) => fault is
        CommandException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException
        or IOException or SocketException or OperationCanceledException or NotSupportedException or TimeoutException;

    /// <summary>Servers repeat addresses and parts of the mail in their answers, so their words stay out; the code says enough.</summary>
    private static string Words(Exception fault, MailServer server) => fault switch
    {
        AuthenticationException => $"The mail server {server} refused the user or password.",
        SmtpCommandException refused => string.Create(
            CultureInfo.InvariantCulture, $"The mail server {server} answered {(int)refused.StatusCode} ({refused.ErrorCode})."),
        SslHandshakeException => $"The certificate of the mail server {server} is not trusted, or it offers no TLS on this port.",
        NotSupportedException => $"The mail server {server} does not offer what the settings ask for: TLS, or a way to log in.",
        OperationCanceledException or TimeoutException => string.Create(
            CultureInfo.InvariantCulture, $"The mail server {server} did not answer within {server.Timeout.TotalSeconds:0} seconds."),
        SocketException => $"The mail server {server} cannot be reached.",
        _ => $"The connection to the mail server {server} broke.",
    };

    private sealed class Transfer : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public bool IsAccepted { get; set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
