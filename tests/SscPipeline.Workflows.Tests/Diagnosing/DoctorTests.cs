using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Sas;
using Microsoft.Extensions.Configuration;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;
using SscPipeline.Testing;
using SscPipeline.Workflows.Diagnosing;
using SscPipeline.Workflows.Tests.Concurrency;

namespace SscPipeline.Workflows.Tests.Diagnosing;

/// <summary>Each way of getting a configuration wrong has its own finding, with what to do.</summary>
public sealed class DoctorTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Csv = "subject_id,study day,mrss,tpn\nP-01,1,20,N\n";

    [Fact]
    public async Task A_sound_configuration_has_no_finding_and_nothing_stays_behind()
    {
        var account = await PreparedAsync();

        var found = await ExamineAsync(account);

        Assert.All(found, one => Assert.True(one.IsWell, $"{one.Check} {one.Place}: {one.What}"));
        Assert.Equal(["clock", "host-storage", "poison", "publish", "setting", "storage", "unsettled"], found.Select(one => one.Check).Order(StringComparer.Ordinal));
        Assert.Empty(await new BlobContainerClient(account, "extracts").GetBlobsAsync().ToListAsync());
        Assert.Empty(await new BlobContainerClient(account, "submissions").GetBlobsAsync().ToListAsync());
        Assert.Equal(0, (await new QueueClient(account, "ssc-inbox-events").GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Empty(await new TableClient(account, "Submissions").QueryAsync<TableEntity>("PartitionKey eq '_doctor'").ToListAsync());
    }

    [Fact]
    public async Task An_inbox_in_another_account_is_examined_with_its_own_places()
    {
        var (data, inbox) = (await PreparedAsync(), await PreparedAsync());
        await new BlobContainerClient(data, "submissions").DeleteAsync();
        await new BlobContainerClient(inbox, "evidence").DeleteAsync();

        var well = await ExamineAsync(data, ("SscInbox", inbox));
        await new QueueClient(inbox, "ssc-inbox-events").DeleteAsync();
        var ill = await ExamineAsync(data, ("SscInbox", inbox));

        Assert.All(well, one => Assert.True(one.IsWell, $"{one.Check} {one.Place}: {one.What}"));
        Assert.Equal(("missing", "SscInbox (queue ssc-inbox-events)"), Only(ill));
    }

    [Fact]
    public async Task A_wrong_key_is_told_from_everything_else()
    {
        var account = await PreparedAsync();
        var at = account.IndexOf("AccountKey=", StringComparison.Ordinal) + "AccountKey=".Length;
        var wrong = account[..at] + Convert.ToBase64String(Encoding.UTF8.GetBytes("another key")) + account[account.IndexOf(';', at)..];

        Assert.Equal(["refused"], Checks(await ExamineAsync(wrong)));
    }

    [Fact]
    public async Task A_port_on_which_nobody_answers_is_found()
    {
        var account = await PreparedAsync();
        var port = new Uri(new BlobServiceClient(account).Uri.GetLeftPart(UriPartial.Authority)).Port;

        var found = await ExamineAsync(account.Replace($":{port}/", ":1/", StringComparison.Ordinal));

        Assert.Contains(found, one => one is { Check: "unreachable", Place: "SscStorage (blob)" });
        Assert.Equal(["unreachable"], Checks(found));
    }

    [Theory]
    [InlineData("container evidence", "SscStorage (blob evidence)")]
    [InlineData("container submissions", "SscStorage (blob submissions)")]
    [InlineData("table Outcomes", "SscStorage (table Outcomes)")]
    [InlineData("queue webjobs-blobtrigger-poison", "SscStorage (queue webjobs-blobtrigger-poison)")]
    public async Task What_is_missing_is_named(string what, string place)
    {
        var account = await PreparedAsync();
        await (what.Split(' ') switch
        {
            ["container", var name] => (Task)new BlobContainerClient(account, name).DeleteAsync(),
            ["table", var name] => new TableServiceClient(account).DeleteTableAsync(name),
            [_, var name] => new QueueClient(account, name).DeleteAsync(),
            _ => Task.CompletedTask,
        });

        Assert.Equal(("missing", place), Only(await ExamineAsync(account)));
    }

    [Fact]
    public async Task A_signature_that_may_only_read_is_found_at_every_place_where_something_has_to_be_written()
    {
        var account = await PreparedAsync();

        var found = await ExamineAsync(Signed(account, "rl"));

        Assert.Equal(["not-allowed"], Checks(found));
        Assert.Contains(found, one => one.Place == "SscStorage (blob submissions)" && one.What.StartsWith("We may not write", StringComparison.Ordinal));
        Assert.Contains(found, one => one.Place == "SscStorage (blob extracts)");
        Assert.Contains(found, one => one.Place == "SscStorage (queue ssc-inbox-events)");
        Assert.Contains(found, one => one.Place == "SscStorage (table Submissions)");
        Assert.Empty(Checks(await ExamineAsync(Signed(account, "rwdlacup"))));
    }

    [Theory]
    [InlineData("SscStorage", "BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;SharedAccessSignature=sig=x")]
    [InlineData("SscStorage:blobServiceUri", "https://127.0.0.1:1/")]
    public async Task A_connection_without_an_address_of_tables_is_found(string setting, string value)
    {
        var found = await ExamineSettingsAsync(
            (setting, value), ("SscStorage:queueServiceUri", "https://127.0.0.1:1/"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal("no-table-endpoint", Only(found).Check);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_found_and_not_repeated()
    {
        var found = await ExamineSettingsAsync(("SscStorage", "AccountKey=c2VjcmV0 oops"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal("connection", Only(found).Check);
        Assert.DoesNotContain(found, one => one.ToString().Contains("c2VjcmV0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Storage_that_nothing_names_is_found() =>
        Assert.Equal(["host-storage", "storage-not-named"], Checks(await ExamineSettingsAsync()));

    [Fact]
    public async Task A_host_without_storage_of_its_own_is_found()
    {
        var account = await PreparedAsync();

        Assert.Equal(("host-storage", "AzureWebJobsStorage"), Only(await ExamineSettingsAsync(("SscStorage", account))));
    }

    [Theory]
    [InlineData("Ssc:SummarySchedule", "0 6 * * 1", "setting", "six fields")]
    [InlineData("Ssc:ReconcileSchedule", "@hourly", "setting", "six fields")]
    [InlineData("Ssc:Acceptance", "Sometimes", "setting", "Values, Rows and AllOrNothing")]
    [InlineData("Ssc:Delivery:Webhook:Url", "http://example.org", "setting", "begins with http")]
    [InlineData("Ssc:SummarySchedule", "0 0 6 31 2 *", "schedule-never", "never comes round")]
    [InlineData("Ssc:Acceptence", "Rows", "unknown-setting", "There is no setting Ssc__Acceptence")]
    public async Task A_wrong_setting_is_found_beside_storage_that_is_well(string name, string value, string check, string what)
    {
        var found = await ExamineAsync(await PreparedAsync(), (name, value));

        Assert.Equal(check, Only(found).Check);
        Assert.Contains(found, one => one.What.Contains(what, StringComparison.Ordinal));
        Assert.Contains(found, one => one.Check == "storage");
    }

    [Fact]
    public async Task A_name_that_is_nearly_that_of_a_setting_comes_with_the_right_one() =>
        Assert.Contains("Ssc__Acceptance", (await ExamineAsync(await PreparedAsync(), ("Ssc:Acceptence", "Rows"))).Single(one => !one.IsWell).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData(7, "behind")]
    [InlineData(-7, "ahead of")]
    public async Task Clocks_that_are_seven_minutes_apart_are_found(int minutes, string direction)
    {
        await using var proxy = await LyingProxy.StartAsync(await PreparedAsync());
        proxy.Later = TimeSpan.FromMinutes(minutes);

        var found = await ExamineAsync(proxy.Connection);

        Assert.Equal(("clock", "SscStorage"), Only(found));
        Assert.Contains(found, one => one.What.Contains($"7 minutes {direction}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clocks_that_are_four_minutes_apart_are_well()
    {
        await using var proxy = await LyingProxy.StartAsync(await PreparedAsync());
        proxy.Later = TimeSpan.FromMinutes(4);

        Assert.Empty(Checks(await ExamineAsync(proxy.Connection)));
    }

    [Fact]
    public async Task A_service_that_does_not_speak_our_version_is_found()
    {
        await using var proxy = await LyingProxy.StartAsync(await PreparedAsync());
        proxy.RefusesOurVersion = true;

        Assert.Equal(["api-version"], Checks(await ExamineAsync(proxy.Connection)));
    }

    [Fact]
    public async Task Poison_of_either_queue_is_counted()
    {
        var account = await PreparedAsync();
        await new QueueClient(account, "webjobs-blobtrigger-poison").SendMessageAsync("what is this?");
        await new QueueClient(account, "ssc-inbox-events-poison").SendMessageAsync("what is this?");

        var found = await ExamineAsync(account);

        Assert.Equal("poison", Only(found).Check);
        Assert.Contains(found, one => one.What == "2 things failed at every attempt and wait for an operator.");
    }

    [Fact]
    public async Task A_submission_that_was_begun_and_left_is_found_after_ten_minutes()
    {
        var account = await PreparedAsync();
        await new BlobClient(account, "submissions", "site-a/visits.csv").UploadAsync(BinaryData.FromString(Csv));
        var stores = Open(account);
        await stores.Ledger.BeginAsync(
            SiteCode.Parse("site-a"), SubmissionId.Of(DateTimeOffset.UtcNow, new string('a', 64)), "visits.csv", new string('a', 64), "\"0x1\"", DateTimeOffset.UtcNow, CancellationToken.None);

        var early = await ExamineAsync(account);
        var late = await ExamineAsync(account, TimeSpan.FromMinutes(11));

        Assert.Empty(Checks(early));
        Assert.Contains(late, one => one is { Check: "unsettled", What: "1 submission was begun more than ten minutes ago and never settled." });
    }

    [Fact]
    public async Task A_report_that_did_not_come_in_its_period_is_found_until_it_is_made()
    {
        var account = await PreparedAsync();
        await using var study = new AzuriteStudy(account);
        await study.DropAsync("site-a/visits.csv", Csv);
        await study.IngestAsync("site-a/visits.csv");

        var early = await ExamineAsync(account);
        var overdue = await ExamineAsync(account, TimeSpan.FromDays(8), ("Ssc:SummarySchedule", "0 0 6 * * 1"));
        await study.Get<IPublishSummaries>().PublishNowAsync(deliver: false, CancellationToken.None);
        var made = await ExamineAsync(account, TimeSpan.FromMinutes(1), ("Ssc:SummarySchedule", "0 0 6 * * 1"));

        Assert.DoesNotContain("publish", Checks(early));
        Assert.Contains("publish", Checks(overdue));
        Assert.DoesNotContain("publish", Checks(made));
        Assert.Contains(overdue, one => one is { Check: "publish", Place: "controlled, public" });
    }

    [Fact]
    public async Task Every_finding_says_what_to_do()
    {
        var found = await ExamineSettingsAsync(("SscStorage", "nonsense"), ("Ssc:Acceptance", "x"), ("Ssc:Studdy", "x"), ("Ssc:SummarySchedule", "0 0 6 31 2 *"));

        Assert.Equal(["connection", "host-storage", "schedule-never", "setting", "unknown-setting"], Checks(found));
        Assert.All(found, one => Assert.EndsWith(".", one.Fix, StringComparison.Ordinal));
    }

    private static (string Check, string Place) Only(IEnumerable<Diagnosis> found)
    {
        var ill = found.Where(one => !one.IsWell).ToList();
        Assert.True(ill.Count == 1, string.Join('\n', ill));
        return (ill[0].Check, ill[0].Place);
    }

    private static IEnumerable<string> Checks(IEnumerable<Diagnosis> found) =>
        found.Where(one => !one.IsWell).Select(one => one.Check).Distinct().Order(StringComparer.Ordinal);

    private static Task<IReadOnlyList<Diagnosis>> ExamineAsync(string account, params (string Name, string Value)[] settings) =>
        ExamineAsync(account, TimeSpan.Zero, settings);

    private static Task<IReadOnlyList<Diagnosis>> ExamineAsync(string account, TimeSpan later, params (string Name, string Value)[] settings) =>
        ExamineAsync(later, [("SscStorage", account), ("AzureWebJobsStorage", account), .. settings]);

    private static Task<IReadOnlyList<Diagnosis>> ExamineSettingsAsync(params (string Name, string Value)[] settings) => ExamineAsync(TimeSpan.Zero, settings);

    private static async Task<IReadOnlyList<Diagnosis>> ExamineAsync(TimeSpan later, (string Name, string Value)[] settings) => await Doctor.ExamineAsync(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build(),
        new Later(later), CancellationToken.None);

    private async Task<string> PreparedAsync()
    {
        var account = azurite.NewAccount();
        await Open(account).EnsureCreatedAsync(CancellationToken.None);
        return account;
    }

    private static Stores Open(string account) => Stores.OnAzure(StorageConnection.Of(account), new StorageResilienceOptions(), TimeProvider.System);

    /// <summary>The same account, opened by a signature with some permissions.</summary>
    private static string Signed(string account, string permissions)
    {
        var parts = account.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var sas = new AccountSasBuilder
        {
            Services = AccountSasServices.All,
            ResourceTypes = AccountSasResourceTypes.All,
            ExpiresOn = DateTimeOffset.UtcNow.AddHours(1),
            Protocol = SasProtocol.HttpsAndHttp,
        };
        sas.SetPermissions(permissions);
        var signature = sas.ToSasQueryParameters(new Azure.Storage.StorageSharedKeyCredential(parts["AccountName"], parts["AccountKey"]));
        return $"BlobEndpoint={parts["BlobEndpoint"]};QueueEndpoint={parts["QueueEndpoint"]};TableEndpoint={parts["TableEndpoint"]};SharedAccessSignature={signature}";
    }

    /// <summary>This machine's clock, some time later.</summary>
    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
