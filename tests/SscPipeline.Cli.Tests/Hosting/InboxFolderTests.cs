using SscPipeline.Cli.Commands;
using SscPipeline.Cli.Hosting;

namespace SscPipeline.Cli.Tests.Hosting;

public sealed class InboxFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ssc-inbox-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_of_all_depths_are_found_in_order_and_hidden_ones_are_not_sent()
    {
        foreach (var file in (string[])["site-b/visits.csv", "site-a/2026/lab.csv", "site-a/.DS_Store", ".git/config", "loose.csv"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), "x");
        }

        Assert.Equal(["loose.csv", "site-a/2026/lab.csv", "site-b/visits.csv"], InboxFolder.Open(folder).Files);
    }

    [Fact]
    public void A_folder_that_is_empty_or_missing_is_named_in_the_message()
    {
        Assert.Contains(folder, Assert.Throws<CommandException>(() => InboxFolder.Open(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", Assert.Throws<CommandException>(() => InboxFolder.Open(Path.Combine(folder, "nowhere"))).Message, StringComparison.Ordinal);
    }
}
