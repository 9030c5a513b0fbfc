using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Testing;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Replaying;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Tests;

/// <summary>The whole pipeline on stores in memory, with a clock of its own.</summary>
internal sealed class MemoryStudy : IDisposable
{
    private readonly ServiceProvider services;

    public MemoryStudy(params (string Name, string Value)[] settings)
        : this(_ => { }, settings)
    {
    }

    /// <param name="register">What takes the place of the product's own services.</param>
    public MemoryStudy(Action<IServiceCollection> register, params (string Name, string Value)[] settings)
        : this(new ManualTime(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)), stores: null, register, settings)
    {
    }

    private MemoryStudy(ManualTime time, Stores? stores, Action<IServiceCollection> register, (string Name, string Value)[] settings)
    {
        Time = time;
        Stores = stores ?? Stores.InMemory(time);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append((Name: "SscStorage", Value: "UseDevelopmentStorage=true")).Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSscPipeline(configuration)
            .AddSingleton(Stores);
        register(collection);
        services = collection.BuildServiceProvider();
    }

    public ManualTime Time { get; }

    public Stores Stores { get; }

    /// <summary>The same stores and clock under other settings.</summary>
    public MemoryStudy With(params (string Name, string Value)[] settings) => new(Time, Stores, _ => { }, settings);

    /// <summary>The same stores and clock with other services.</summary>
    public MemoryStudy With(Action<IServiceCollection> register) => new(Time, Stores, register, []);

    /// <summary>The same clock over stores that a test has changed.</summary>
    public MemoryStudy Over(Stores stores) => new(Time, stores, _ => { }, []);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A minute passes, the site drops the file, and the trigger fires.</summary>
    public async Task<Receipt> SendAsync(string blobName, string csv) => await SendAsync(blobName, Encoding.UTF8.GetBytes(csv));

    public async Task<Receipt> SendAsync(string blobName, byte[] content)
    {
        await DropAsync(blobName, content);
        return await IngestAsync(blobName);
    }

    public async Task DropAsync(string blobName, string csv) => await DropAsync(blobName, Encoding.UTF8.GetBytes(csv));

    public async Task DropAsync(string blobName, byte[] content)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        await Stores.Inbox.DropAsync(blobName, new MemoryStream(content), CancellationToken.None);
    }

    public async Task<Receipt> IngestAsync(string blobName)
    {
        var result = await Get<IIngestSubmission>().RunAsync(blobName, CancellationToken.None);
        return await ReceiptAsync(result.Site, result.SubmissionId);
    }

    public async Task<Receipt> ReceiptAsync(string site, string submission) =>
        (await Get<ReceiptDesk>().FindAsync(SiteCode.TryParse(site) ?? SiteCode.Unassigned, SubmissionId.Parse(submission), CancellationToken.None))!;

    /// <summary>An operator replays it.</summary>
    public Task<ReplayResult> ReplayAsync(string submission, bool makesCurrent = false, bool isDryRun = false, string site = "site-a") =>
        Get<ReplayDesk>().RunAsync(
            SiteCode.Parse(site), SubmissionId.Parse(submission), new ReplayOrder(makesCurrent, isDryRun, "dm"), CancellationToken.None);

    /// <summary>What the host leaves in the poison queue for the blob as it lies there now.</summary>
    public async Task<string> PoisonAsync(string blobName) => JsonSerializer.Serialize(new
    {
        Type = "BlobTrigger",
        ContainerName = "submissions",
        BlobName = blobName,
        ETag = await Stores.Inbox.CurrentETagAsync(blobName, CancellationToken.None),
    });

    /// <summary>The lines of <c>data/outcomes.csv</c> without the heading.</summary>
    public async Task<string[]> OutcomesAsync()
    {
        var files = await Get<StudyFiles>().CurrentDataAsync(CancellationToken.None);
        var text = Encoding.UTF8.GetString(files.Single(file => file.Path == "data/outcomes.csv").Content.Span);
        return [.. text.TrimStart('\uFEFF').Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    public async Task<byte[]> ReportAsync(string name)
    {
        var opened = await Stores.Reports.OpenAsync(name, CancellationToken.None);
        return await opened!.ReadToEndAsync(CancellationToken.None);
    }

    public void Dispose() => services.Dispose();
}
