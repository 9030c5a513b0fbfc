using SscPipeline.Delivery;
using SscPipeline.Delivery.Email;

namespace SscPipeline.Workflows.Tests.Delivering;

/// <summary>A mail server in words: keeps what left, and answers as it is told.</summary>
internal sealed class FakeMailer : IMailer
{
    public List<Mail> Left { get; } = [];

    /// <summary>What comes of the next mails; sent where there is none left.</summary>
    public Queue<SendOutcome> Answers { get; } = new();

    /// <summary>The program dies while the mail is leaving.</summary>
    public bool DiesWhileSending { get; set; }

    public async Task<SendOutcome> SendAsync(Mail mail, MailServer server, Func<Task<bool>> leaving, CancellationToken cancellationToken)
    {
        var answer = Answers.TryDequeue(out var told) ? told : SendOutcome.Sent;
        if (answer.Result == SendResult.Refused)
        {
            return answer;
        }

        if (!await leaving())
        {
            return SendOutcome.Refused("taken over");
        }

        Left.Add(mail);
        return DiesWhileSending ? throw new InvalidOperationException("The program died.") : answer;
    }
}
