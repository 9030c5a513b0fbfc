namespace SscPipeline.Delivery.Email;

public interface IMailer
{
    /// <param name="leaving">Asked when the server is ready and before the mail leaves; on false it does not leave.</param>
    /// <returns>Never throws for what a server or network does.</returns>
    Task<SendOutcome> SendAsync(Mail mail, MailServer server, Func<Task<bool>> leaving, CancellationToken cancellationToken);
}
