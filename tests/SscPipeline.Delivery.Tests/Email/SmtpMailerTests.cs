using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using SscPipeline.Delivery.Email;
using SscPipeline.Delivery.Tests.Smtp;

namespace SscPipeline.Delivery.Tests.Email;

public sealed class SmtpMailerTests
{
    private static readonly byte[] Table = Encoding.UTF8.GetBytes("site,mean\nsite-a,14.25\n,\"Größe; 皮肤\"\n");

    private static readonly Mail Sample = new(
        "Dr. Müller <mueller@example.org>", "硬皮病 study: summary, naïve Größe", "Text: 皮肤\n.\nA line of one dot above.", "<p>HTML: 皮肤</p>", "public/1/",
        new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero), [new("mrss_total.csv", "text/csv", Table), new("summary.html", "text/html", "<html></html>"u8.ToArray())]);

    [Fact]
    public async Task A_mail_arrives_as_text_and_as_HTML_with_its_attachments_byte_for_byte()
    {
        using var server = await SmtpServer.StartAsync("open");

        var outcome = await SendAsync(Sample, server.Settings());

        Assert.Equal(SendOutcome.Sent, outcome);
        var (to, mail) = await server.SingleAsync();
        Assert.Equal(["mueller@example.org"], to);
        Assert.Equal(("硬皮病 study: summary, naïve Größe", "Étude SSc"), (mail.Subject, mail.From.Mailboxes.Single().Name));
        Assert.Equal(Sample.Text, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Contains("皮肤", mail.HtmlBody, StringComparison.Ordinal);
        var attached = mail.Attachments.OfType<MimePart>().ToList();
        Assert.Equal(["mrss_total.csv", "summary.html"], attached.Select(part => part.FileName));
        Assert.Equal(Table, Bytes(attached[0]));
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public async Task No_text_can_add_a_header_or_a_recipient()
    {
        using var server = await SmtpServer.StartAsync("open");

        await SendAsync(Sample with { Subject = "Study\r\nBcc: evil@example.org\r\n\r\nbody" }, server.Settings());

        var (to, mail) = await server.SingleAsync();
        Assert.Equal(["mueller@example.org"], to);
        Assert.Equal("Study  Bcc: evil@example.org    body", mail.Subject);
        Assert.Null(mail.Headers[HeaderId.Bcc]);
        Assert.False(MailAddress.IsValid("a@example.org\r\nBcc: evil@example.org"));
    }

    [Theory]
    [InlineData("right", SendResult.Sent, "")]
    [InlineData("wrong", SendResult.Refused, "refused the user or password")]
    public async Task A_server_that_wants_a_password_gets_it_and_a_wrong_one_is_told_without_being_repeated(string password, SendResult result, string problem)
    {
        using var server = await SmtpServer.StartAsync("login");

        var outcome = await SendAsync(Sample, server.Settings(password: password));

        Assert.Equal(result, outcome.Result);
        Assert.Contains(problem, outcome.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", outcome.Problem + server.Settings(password: password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_the_recipient_is_refused_with_its_code_and_not_with_its_words()
    {
        using var server = await SmtpServer.StartAsync("refuse");

        var outcome = await SendAsync(Sample, server.Settings());

        Assert.Equal(SendOutcome.Refused($"The mail server 127.0.0.1:{server.Port} answered 550 (RecipientNotAccepted)."), outcome);
    }

    [Fact]
    public async Task A_server_that_never_answers_after_the_mail_leaves_it_uncertain()
    {
        using var server = await SmtpServer.StartAsync("slow");

        var outcome = await SendAsync(Sample, server.Settings() with { Timeout = TimeSpan.FromSeconds(3) });

        Assert.Equal(SendResult.Uncertain, outcome.Result);
        Assert.Contains("did not answer within 3 seconds", outcome.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_at_all_has_certainly_nothing()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = new MailServer
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)silent.LocalEndpoint).Port,
            From = "ssc@example.org",
            Security = MailSecurity.None,
            Timeout = TimeSpan.FromSeconds(1),
        };

        var slow = await SendAsync(Sample, settings);
        silent.Stop();
        var gone = await SendAsync(Sample, settings);

        Assert.Equal(SendOutcome.Refused($"The mail server {settings} did not answer within 1 seconds."), slow);
        Assert.Equal(SendOutcome.Refused($"The mail server {settings} cannot be reached."), gone);
    }

    [Theory]
    [InlineData("open", "does not offer what the settings ask for")]
    [InlineData("tls", "is not trusted")]
    public async Task Nothing_is_said_to_a_server_without_encryption_or_with_a_certificate_that_nobody_vouches_for(string mode, string problem)
    {
        using var server = await SmtpServer.StartAsync(mode);

        var outcome = await SendAsync(Sample, server.Settings(MailSecurity.StartTls, "right"));

        Assert.Equal(SendResult.Refused, outcome.Result);
        Assert.Contains(problem, outcome.Problem, StringComparison.Ordinal);
        Assert.Empty(server.Accepted);
    }

    [Fact]
    public async Task A_mail_that_somebody_else_has_taken_over_does_not_leave()
    {
        using var server = await SmtpServer.StartAsync("open");

        var outcome = await new SmtpMailer(TimeProvider.System).SendAsync(Sample, server.Settings(), () => Task.FromResult(false), CancellationToken.None);

        Assert.Equal(SendResult.Refused, outcome.Result);
        Assert.Empty(server.Accepted);
    }

    [Fact]
    public void The_same_mail_to_the_same_recipient_has_the_same_id_by_which_servers_drop_a_repetition()
    {
        using var first = MailMessage.Compose(Sample, "ssc@example.org");
        using var again = MailMessage.Compose(Sample with { Subject = "Again" }, "ssc@example.org");
        using var other = MailMessage.Compose(Sample with { To = "other@example.org" }, "ssc@example.org");

        Assert.Equal(first.MessageId, again.MessageId);
        Assert.NotEqual(first.MessageId, other.MessageId);
        Assert.Equal(Sample.Subject, MimeMessage.Load(new MemoryStream(MailMessage.Write(Sample, "ssc@example.org"))).Subject);
    }

    private static Task<SendOutcome> SendAsync(Mail mail, MailServer server) =>
        new SmtpMailer(TimeProvider.System).SendAsync(mail, server, () => Task.FromResult(true), CancellationToken.None);

    private static byte[] Bytes(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
