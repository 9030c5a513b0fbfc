using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SscPipeline.LocalHost.Settings;

namespace SscPipeline.LocalHost.Tests;

public sealed class SettingsTests
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json");

    [Fact]
    public void The_sample_explains_every_setting_that_it_holds()
    {
        var file = JsonDocument.Parse(File.ReadAllText(Sample)).RootElement;
        var explained = file.GetProperty("//").EnumerateObject().Select(property => property.Name).ToHashSet();

        Assert.All(file.GetProperty("Values").EnumerateObject(), setting => Assert.Contains(setting.Name, explained));
    }

    [Fact]
    public void The_sample_and_a_machine_without_settings_run_on_the_same_schedules()
    {
        var sample = new ConfigurationBuilder().AddLocalSettings(Sample).Build();
        var none = new ConfigurationBuilder().AddLocalSettings("no such file").Build();

        Assert.Equal("Values", sample["Ssc:Acceptance"]);
        Assert.All(LocalSettings.Defaults, setting => Assert.Equal(setting.Value, sample[setting.Key]));
        Assert.All(LocalSettings.Defaults, setting => Assert.Equal(setting.Value, none[setting.Key]));
    }

    [Fact]
    public void The_local_host_tries_as_often_and_as_much_at_once_as_Azure_is_told_to()
    {
        var extensions = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")))
            .RootElement.GetProperty("extensions");
        var options = new LocalHostOptions();

        Assert.Equal(options.MaxAttempts, extensions.GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Equal(options.MaxAttempts, extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal(options.MaxParallelBlobs, extensions.GetProperty("blobs").GetProperty("maxDegreeOfParallelism").GetInt32());
    }

    [Fact]
    public void Missing_storage_is_one_message_with_the_setting_and_an_example()
    {
        var fault = Assert.Throws<OptionsValidationException>(
            () => new StorageConnections(new ConfigurationBuilder().Build()).Blobs("SscStorage"));

        Assert.StartsWith("Setting 'SscStorage' is missing", fault.Message, StringComparison.Ordinal);
        Assert.Contains("SscStorage__blobServiceUri", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("Example: SscStorage = UseDevelopmentStorage=true", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_can_be_named_by_addresses_for_a_managed_identity()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SscStorage:blobServiceUri"] = "https://example.blob.core.windows.net",
            ["SscStorage:queueServiceUri"] = "https://example.queue.core.windows.net",
        });
        var storage = new StorageConnections(configuration.Build());

        Assert.Equal("example", storage.Blobs("SscStorage").AccountName);
        Assert.Equal("example", storage.Queues("SscStorage").AccountName);
    }
}
