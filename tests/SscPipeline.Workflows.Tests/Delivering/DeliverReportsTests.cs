using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Delivery;
using SscPipeline.Delivery.Email;
using SscPipeline.Delivery.Webhooks;
using SscPipeline.Workflows.Delivering;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Workflows.Tests.Delivering;

public sealed class DeliverReportsTests : IDisposable
{
    private static readonly (string, string)[] Settings =
    [
        ("Ssc:Delivery:ReportsUrl", "https://study.example.org/reports"),
        ("Ssc:Delivery:Email:Host", "mail.example.org"),
        ("Ssc:Delivery:Email:From", "ssc@example.org"),
        ("Ssc:Delivery:Email:ControlledRecipients", "lead@example.org; Second <second@example.org>"),
        ("Ssc:Delivery:Email:PublicRecipients", "everybody@example.org"),
        ("Ssc:Delivery:Webhook:Url", "https://example.org/hook?token=abc"),
        ("Ssc:Delivery:Webhook:Secret", "0123456789abcdef0123456789abcdef"),
    ];

    private readonly FakeMailer mailer = new();
    private readonly FakeWebhooks webhooks = new();
    private readonly MemoryStudy study;

    public DeliverReportsTests() => study = new MemoryStudy(
        services => services.AddSingleton<IMailer>(mailer).AddSingleton<IWebhookCaller>(webhooks), Settings);

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task Everybody_gets_the_report_of_a_period_once_however_often_the_timers_tick()
    {
        await PublishAsync();
        await PublishAsync();
        study.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(CompleteAsync(), CompleteAsync());

        Assert.Equal(["Second <second@example.org>", "lead@example.org", "everybody@example.org"], mailer.Left.Select(mail => mail.To));
        Assert.Equal(["public/20260302T060000Z"], webhooks.Calls.Select(call => call.Key));
        Assert.All(await DeliveriesAsync(), delivery => Assert.Equal(("Sent", 1), (delivery.State, delivery.Attempts)));
    }

    [Fact]
    public async Task A_public_mail_has_the_tables_and_no_subject()
    {
        await PublishAsync();

        var toEverybody = Assert.Single(mailer.Left, mail => mail.To == "everybody@example.org");
        var toLead = Assert.Single(mailer.Left, mail => mail.To == "lead@example.org");

        Assert.Contains(toEverybody.Files, file => file.Name == "mrss_total.csv");
        Assert.DoesNotContain("P-01", All(toEverybody), StringComparison.Ordinal);
        Assert.Contains("P-01", All(toLead), StringComparison.Ordinal);
        Assert.Contains("https://study.example.org/reports/public/20260302T080100Z/summary.html", toEverybody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_is_told_links_and_key_figures_and_no_row()
    {
        await PublishAsync();

        var body = Assert.Single(webhooks.Calls).Body;

        Assert.Equal("report.published", body.GetProperty("event").GetString());
        Assert.Equal("https://study.example.org/reports/public/20260302T080100Z/summary.json", body.GetProperty("links").GetProperty("data").GetString());
        Assert.Equal(["sites"], body.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("name").GetString()));
        Assert.DoesNotContain("P-01", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_mail_is_shown_and_tried_again_later_and_the_report_is_there_all_the_same()
    {
        mailer.Answers.Enqueue(SendOutcome.Refused("The mail server mail.example.org:587 cannot be reached."));
        await PublishAsync();

        var failed = Assert.Single(await DeliveriesAsync(), delivery => delivery.State == "Failed");
        Assert.Contains("cannot be reached", failed.Problem, StringComparison.Ordinal);
        Assert.True((await StatusAsync()).Single(line => line.Audience == "controlled").HasTrouble);
        Assert.NotEmpty(await study.ReportAsync("controlled/latest/summary.json"));

        await CompleteAsync();
        Assert.Equal(2, mailer.Left.Count);
        study.Time.Advance(failed.NextAttempt!.Value - study.Time.GetUtcNow());
        var completed = await CompleteAsync();

        Assert.Equal((1, 0, 3), (completed.Delivered, completed.Undelivered, mailer.Left.Count));
        Assert.All(await DeliveriesAsync(), delivery => Assert.Equal("Sent", delivery.State));
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_given_up_in_the_end()
    {
        foreach (var _ in Enumerable.Range(0, 100))
        {
            mailer.Answers.Enqueue(SendOutcome.Refused("No."));
        }

        await PublishAsync();
        for (var tick = 0; tick < 400; tick++)
        {
            study.Time.Advance(TimeSpan.FromMinutes(15));
            await CompleteAsync();
        }

        Assert.Equal(3 * DeliverReports.MostAttempts, 100 - mailer.Answers.Count);
        Assert.Equal(3, (await DeliveriesAsync()).Count(delivery => delivery.State == "GivenUp"));
    }

    [Fact]
    public async Task A_mail_that_may_have_arrived_is_never_sent_again_and_its_state_says_so()
    {
        mailer.Answers.Enqueue(SendOutcome.Uncertain("did not answer"));
        await PublishAsync();
        study.Time.Advance(TimeSpan.FromDays(2));
        await CompleteAsync();

        Assert.Equal(3, mailer.Left.Count);
        Assert.Single(await DeliveriesAsync(), delivery => delivery.State == "Uncertain");
    }

    [Fact]
    public async Task A_program_that_dies_while_a_mail_leaves_does_not_send_it_twice()
    {
        mailer.DiesWhileSending = true;
        await Assert.ThrowsAsync<InvalidOperationException>(PublishAsync);
        mailer.DiesWhileSending = false;
        var first = Assert.Single(mailer.Left).To;

        await CompleteAsync();
        study.Time.Advance(DeliverReports.Patience);
        await CompleteAsync();

        Assert.Single(mailer.Left, mail => mail.To == first);
        Assert.Equal("Uncertain", Assert.Single(await DeliveriesAsync(), delivery => delivery.Recipient == first).State);
        Assert.Equal(3, mailer.Left.Count);
    }

    [Fact]
    public async Task A_newer_report_takes_the_place_of_one_that_could_not_be_delivered()
    {
        mailer.Answers.Enqueue(SendOutcome.Refused("No."));
        await PublishAsync();
        study.Time.Advance(TimeSpan.FromDays(7));
        await PublishAsync();

        Assert.Equal(5, mailer.Left.Count);
        Assert.Single(await DeliveriesAsync(), delivery => delivery is { State: "Failed", IsOvertaken: true, NextAttempt: null });
        Assert.All(await StatusAsync(), line => Assert.False(line.HasTrouble));
    }

    [Fact]
    public async Task A_report_by_hand_that_is_not_delivered_does_not_stop_the_retry_of_the_scheduled_one()
    {
        mailer.Answers.Enqueue(SendOutcome.Refused("No."));
        await PublishAsync();
        study.Time.Advance(TimeSpan.FromHours(1));
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);

        Assert.Contains(await StatusAsync(), line => line.HasTrouble);
        Assert.Equal(new CompleteResult(0, 1, 0), await CompleteAsync());
    }

    [Fact]
    public async Task By_hand_nothing_is_sent_unless_asked_for_and_a_dry_run_only_writes()
    {
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);
        var drafts = await study.Get<ReportDesk>().DryRunAsync(CancellationToken.None);

        Assert.Empty(mailer.Left);
        Assert.Equal(
            [
                "outbox/controlled/email/lead@example.org.eml", "outbox/controlled/email/Second__second@example.org_.eml",
                "outbox/public/email/everybody@example.org.eml", "outbox/public/webhook/example.org.json",
            ],
            drafts.Select(draft => draft.Path));

        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: true, CancellationToken.None);
        Assert.Equal((3, 1), (mailer.Left.Count, webhooks.Calls.Count));
    }

    [Fact]
    public async Task Without_settings_nothing_is_sent()
    {
        using var silent = new MemoryStudy(services => services.AddSingleton<IMailer>(mailer).AddSingleton<IWebhookCaller>(webhooks));
        await silent.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);

        Assert.Empty(mailer.Left);
        Assert.Empty(webhooks.Calls);
        Assert.Empty(await silent.Get<ReportDesk>().DryRunAsync(CancellationToken.None));
    }

    private async Task PublishAsync()
    {
        if ((await study.Stores.Ledger.SitesAsync(CancellationToken.None)).IsEmpty)
        {
            await study.SendAsync(
                "site-a/visits.csv", "subject_id,study day,mrss,albumin (g/L),tpn\nP-01,1,20,30,Y\nP-01,183,14,38,N\n");
        }

        await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);
    }

    private Task<CompleteResult> CompleteAsync() => study.Get<ICompleteSummaries>().RunAsync(CancellationToken.None);

    private async Task<IReadOnlyList<ReportStatus>> StatusAsync() => await study.Get<ReportDesk>().StatusAsync(CancellationToken.None);

    private async Task<IReadOnlyList<DeliveryStatus>> DeliveriesAsync() => [.. (await StatusAsync()).SelectMany(line => line.Deliveries)];

    private static string All(Mail mail) => string.Join(
        '\n', mail.Files.Select(file => Encoding.UTF8.GetString(file.Content.Span)).Append(mail.Text).Append(mail.Html).Append(mail.Subject));
}
