using SscPipeline.LocalHost.Binding;
using SscPipeline.LocalHost.Queues;

namespace SscPipeline.LocalHost.Tests;

public sealed class BlobPatternTests
{
    [Theory]
    [InlineData("submissions/{name}", "a/b/c.csv", "name=a/b/c.csv")]
    [InlineData("submissions/{site}/{file}", "a/b/c.csv", "file=c.csv,site=a/b")]
    [InlineData("submissions/in/{name}.csv", "in/a.b.csv", "name=a.b")]
    [InlineData("submissions/in/{name}.csv", "IN/a.csv", null)]
    [InlineData("submissions/fixed.csv", "fixed.csv", "")]
    [InlineData("submissions/fixed.csv", "fixedXcsv", null)]
    [InlineData("submissions/{name}", "line\nbreak", "name=line\nbreak")]
    public void A_name_fits_as_it_does_in_Azure(string path, string name, string? tokens)
    {
        var match = BlobPattern.Parse(path).Match(name);

        Assert.Equal(tokens, match is null ? null : string.Join(',', match.OrderBy(token => token.Key).Select(token => $"{token.Key}={token.Value}")));
    }

    [Theory]
    [InlineData("submissions")]
    [InlineData("submissions/")]
    [InlineData("/name")]
    public void A_path_without_container_or_name_is_refused(string path) =>
        Assert.Throws<InvalidOperationException>(() => BlobPattern.Parse(path));

    [Theory]
    [InlineData("eyJhIjoxfQ==", "{\"a\":1}")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("////", "////")]
    [InlineData("not base64!", "not base64!")]
    public void A_queue_message_is_base64_of_text_or_the_text_itself(string body, string text) =>
        Assert.Equal(text, QueueText.Decode(body));
}
