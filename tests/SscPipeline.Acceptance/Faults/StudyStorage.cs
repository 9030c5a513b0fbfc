using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Reporting;
using SscPipeline.Storage;
using SscPipeline.Storage.Blobs;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Acceptance.Faults;

/// <summary>The study's storage as a test looks at it, through the product's own stores.</summary>
internal sealed class StudyStorage : IAsyncDisposable
{
    /// <summary>A test goes on looking while storage is away.</summary>
    private static readonly StorageResilienceOptions Patient = new() { Retries = 20, AttemptTimeout = TimeSpan.FromMinutes(2) };

    private readonly ServiceProvider services;

    private StudyStorage(Stores stores)
    {
        Stores = stores;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("SscStorage", (string?)"UseDevelopmentStorage=true")]).Build();
        services = new ServiceCollection().AddSscPipeline(configuration).AddSingleton(stores).BuildServiceProvider();
    }

    public Stores Stores { get; }

    public static StudyStorage Of(string connectionString) =>
        new(Stores.OnAzure(StorageConnection.Of(connectionString), Patient, TimeProvider.System));

    /// <summary>Everything arrives in order, and nothing goes wrong.</summary>
    public static async Task<StudyStorage> UndisturbedAsync(Plan plan)
    {
        var study = new StudyStorage(Stores.InMemory(TimeProvider.System));
        foreach (var version in plan.Versions)
        {
            await study.DropAsync(version);
            await study.services.GetRequiredService<IIngestSubmission>().RunAsync(version.BlobName, CancellationToken.None);
        }

        return study;
    }

    public Task DropAsync(SentVersion version) =>
        Stores.Inbox.DropAsync(version.BlobName, new MemoryStream(version.Content), CancellationToken.None);

    /// <summary>The files of the current data by their paths.</summary>
    public async Task<SortedDictionary<string, string>> CurrentDataAsync()
    {
        var files = await services.GetRequiredService<StudyFiles>().CurrentDataAsync(CancellationToken.None);
        return new SortedDictionary<string, string>(
            files.ToDictionary((ReportFile file) => file.Path, file => Encoding.UTF8.GetString(file.Content.Span)), StringComparer.Ordinal);
    }

    public static async Task<byte[]> ReadAsync(OpenedBlob blob)
    {
        await using var opened = blob;
        using var content = new MemoryStream();
        await opened.Content.CopyToAsync(content);
        return content.ToArray();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
