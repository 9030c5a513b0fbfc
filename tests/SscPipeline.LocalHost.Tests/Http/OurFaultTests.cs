using Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.LocalHost.Http;
using SscPipeline.Storage;
using SscPipeline.Storage.Blobs;
using SscPipeline.Storage.Inbox;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.LocalHost.Tests.Http;

public sealed class OurFaultTests
{
    [Theory]
    [InlineData("away", 503, "no-storage")]
    [InlineData("broken", 500, "our-fault")]
    public async Task What_fails_on_our_side_is_said_to_be_ours_with_an_id_and_nothing_of_the_inside(string fault, int status, string kind)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SscStorage"] = "UseDevelopmentStorage=true",
            ["Ssc:Sites:site-a:KeyHash"] = SiteKey.Of("key").Hash,
        }).Build();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(settings).AddLogging().AddSscPipeline(settings)
            .AddSingleton(Stores.InMemory(TimeProvider.System) with { Inbox = new FailingInbox(fault) })
            .AddLocalFunctionHost().BuildServiceProvider();
        await using var server = await LocalHttpServer.StartAsync(services, CancellationToken.None);
        using var site = new HttpClient { BaseAddress = new Uri(server.Address, "api/") };
        site.DefaultRequestHeaders.Add("x-ssc-site-key", "key");

        var response = await site.PostAsync(new Uri("sites/site-a/submissions?document=v.csv", UriKind.Relative), new StringContent(Caller.Visits));
        var answer = new Answer((int)response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());

        Assert.Equal((status, kind), (answer.Status, answer.Problem));
        Assert.NotEmpty(answer.Json.GetProperty("id").GetString()!);
        Assert.DoesNotContain("SECRET", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("v.csv", answer.Text, StringComparison.Ordinal);
    }

    private sealed class FailingInbox(string fault) : IInbox
    {
        public Task<WrittenBlob> DropAsync(string blobName, Stream content, CancellationToken cancellationToken) =>
            throw (fault == "away" ? new RequestFailedException(503, "SECRET account") : new InvalidOperationException($"SECRET {blobName}"));

        public Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> CurrentETagAsync(string blobName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
