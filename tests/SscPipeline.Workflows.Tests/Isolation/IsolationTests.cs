using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Delivery.Email;
using SscPipeline.Delivery.Webhooks;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Sites;
using SscPipeline.Workflows.Tests.Delivering;
using SscPipeline.Workflows.Tests.Telemetry;

namespace SscPipeline.Workflows.Tests.Isolation;

/// <summary>Three sites write marks of their own everywhere; each mark stays where it belongs.</summary>
public sealed class IsolationTests : IAsyncLifetime
{
    private readonly FakeMailer mailer = new();
    private readonly FakeWebhooks webhooks = new();
    private readonly MemoryStudy study;
    private readonly Told told;

    public IsolationTests() => told = new Told(study = new MemoryStudy(
        services => services.AddSingleton<IMailer>(mailer).AddSingleton<IWebhookCaller>(webhooks),
        ("Ssc:Delivery:ReportsUrl", "https://study.example.org/reports"),
        ("Ssc:Delivery:Email:Host", "mail.example.org"),
        ("Ssc:Delivery:Email:From", "ssc@example.org"),
        ("Ssc:Delivery:Email:ControlledRecipients", "lead@example.org"),
        ("Ssc:Delivery:Email:PublicRecipients", "everybody@example.org"),
        ("Ssc:Delivery:Webhook:Url", "https://example.org/hook"),
        ("Ssc:Delivery:Webhook:Secret", "0123456789abcdef0123456789abcdef")));

    public async Task InitializeAsync()
    {
        foreach (var site in CanarySite.All)
        {
            await site.MapAsync(study);
        }

        for (var document = 0; document < CanarySite.All[0].Documents.Count; document++)
        {
            foreach (var site in CanarySite.All)
            {
                await study.SendAsync($"{site.Code}/{site.Documents[document].Document}", site.Documents[document].Content);
            }
        }

        foreach (var site in CanarySite.All)
        {
            await site.FailAndReplayAsync(study);
        }

        await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);
        await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        told.Dispose();
        study.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Receipts_copies_page_ledger_rows_outcomes_extract_and_mapping_of_a_site_hold_no_mark_of_another()
    {
        foreach (var site in CanarySite.All)
        {
            var kept = await KeptAsync(SiteCode.Parse(site.Code));

            Assert.True(kept.Count > 40, $"{kept.Count} things");
            Assert.True(kept.Count(thing => thing.Text.Contains(site.Canary, StringComparison.OrdinalIgnoreCase)) > 30);
            foreach (var other in CanarySite.All.Where(other => other != site))
            {
                Assert.All(kept, thing => Assert.False(
                    thing.Text.Contains(other.Canary, StringComparison.OrdinalIgnoreCase) || thing.Text.Contains(other.Code, StringComparison.Ordinal),
                    $"{thing.Name} of {site.Code} holds a mark of {other.Code}"));
            }
        }
    }

    [Fact]
    public async Task The_same_bytes_sent_by_several_sites_are_nobodys_duplicate_but_ones_own()
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(CanarySite.Shared)));
        foreach (var site in CanarySite.All)
        {
            var entries = await study.Stores.Ledger.ListAsync(SiteCode.Parse(site.Code), CancellationToken.None);
            var sent = entries.Where(entry => entry.Sha256 == hash && entry.ReplayOf is null).OrderBy(entry => entry.SubmissionId).ToList();

            Assert.Equal(["shared.csv", $"{site.Canary} same.csv"], sent.Select(entry => entry.Document));
            Assert.Equal([SubmissionStatus.AcceptedWithWarnings, SubmissionStatus.Duplicate], sent.Select(entry => entry.Status));
            Assert.All(Enum.GetValues<SubmissionStatus>().Except([SubmissionStatus.Processing, SubmissionStatus.Accepted]), status =>
                Assert.Contains(entries, entry => entry.Status == status));
        }
    }

    [Fact]
    public void Spans_and_measurements_hold_no_mark_no_subject_and_no_name_of_a_document()
    {
        Assert.True(told.Spans.Count > 300 && told.Measurements.Count > 300, $"{told.Spans.Count} spans, {told.Measurements.Count} measurements");
        Assert.DoesNotMatch(@"(?i)zq|S-01|\.csv|\.xlsx", told.Words);
    }

    [Fact]
    public async Task The_public_report_its_mail_and_the_webhook_hold_no_mark_and_the_controlled_one_subjects_and_serious_events_only()
    {
        var files = new List<(string Name, string Text)>();
        await foreach (var (path, content) in study.Get<StudyFiles>().PublishedAsync(CancellationToken.None))
        {
            if (path.StartsWith("reports/", StringComparison.Ordinal))
            {
                files.Add((path["reports/".Length..], Readable(content)));
            }
        }

        files.AddRange(mailer.Left.Select(mail => (
            mail.To == "lead@example.org" ? "controlled/mail" : "public/mail",
            string.Join('\n', mail.Files.Select(file => Readable(file.Content.ToArray())).Append(mail.Text).Append(mail.Html).Append(mail.Subject)))));
        files.AddRange(webhooks.Calls.Select(call => ("public/webhook", call.Body.GetRawText())));

        Assert.Equal(2, mailer.Left.Count);
        Assert.NotEmpty(webhooks.Calls);
        Assert.All(files.Where(file => file.Name.StartsWith("public/", StringComparison.Ordinal)), file => Assert.DoesNotMatch(@"(?i)zq|S-01", file.Text));
        Assert.Contains(files, file => file.Name.StartsWith("controlled/", StringComparison.Ordinal) && file.Text.Contains("zqaqz-01", StringComparison.Ordinal));
        Assert.All(
            files.Where(file => file.Name.StartsWith("controlled/", StringComparison.Ordinal)),
            file => Assert.DoesNotMatch("(?i)zq", Regex.Replace(file.Text, @"zq[a-z]+qz(-0\d| nausea)", "")));
    }

    /// <summary>Everything that is kept of one site beside what it sent.</summary>
    private async Task<List<(string Name, string Text)>> KeptAsync(SiteCode site)
    {
        var (stores, never) = (study.Stores, CancellationToken.None);
        var kept = new List<(string Name, string Text)>();
        await foreach (var blob in stores.Receipts.ListAsync(site, never))
        {
            kept.Add((blob.Name, Readable(await ((await stores.Receipts.OpenAsync(blob.Name, never))!).ReadToEndAsync(never))));
        }

        foreach (var entry in await stores.Ledger.ListAsync(site, never))
        {
            kept.Add(("ledger", $"{entry} {string.Join(' ', entry.Issues)}"));
            kept.AddRange((await stores.Outcomes.ReadAsync(site, entry.SubmissionId, never)).Select(row => ("outcomes", JsonSerializer.Serialize(row))));
        }

        kept.AddRange((await stores.Ledger.CurrentAsync(site, never)).Select(pointer => ("pointer", $"{pointer}")));
        kept.AddRange((await stores.Ledger.ActionsAsync(site, never)).Select(action => ("action", $"{action}")));
        kept.Add(("extract", Readable((await stores.Extracts.ReadAsync(site, never))!)));
        kept.Add(("mapping", (await stores.Mappings.ReadAsync(site, never))!));
        return kept;
    }

    /// <summary>A text as it is; a zip with the names and contents of all its entries; what is compressed, unpacked.</summary>
    private static string Readable(byte[] content)
    {
        if (content is [0x1F, 0x8B, ..])
        {
            using var unpacked = new StreamReader(new GZipStream(new MemoryStream(content), CompressionMode.Decompress));
            return unpacked.ReadToEnd();
        }

        if (content is not [0x50, 0x4B, ..])
        {
            return Encoding.UTF8.GetString(content);
        }

        using var zip = new ZipArchive(new MemoryStream(content));
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return $"{entry.FullName}\n{reader.ReadToEnd()}";
        }));
    }
}
