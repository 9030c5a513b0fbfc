using System.Text.Json;

namespace SscPipeline.House.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void The_sample_settings_are_valid_json_without_a_secret()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json")));

        var values = sample.RootElement.GetProperty("Values").EnumerateObject().ToList();

        Assert.Contains(values, value => value.NameEquals("AzureWebJobsStorage"));
        Assert.All(values, value => Assert.DoesNotContain("AccountKey=", value.Value.GetString() ?? "", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_top_level_holds_only_what_the_sponsor_named()
    {
        var folders = Directory.EnumerateDirectories(Repository.Root).Select(folder => Path.GetFileName(folder)!)
            .Where(name => !name.StartsWith('.') && name != "artifacts" && name != "TestResults");

        Assert.Equal(["infra", "src", "tests"], folders.Order(StringComparer.Ordinal));
    }
}
