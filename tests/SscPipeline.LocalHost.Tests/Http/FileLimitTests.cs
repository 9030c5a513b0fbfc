using System.Net;
using System.Net.Sockets;
using System.Text;
using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests.Http;

[Collection(nameof(ServedCollection))]
public sealed class FileLimitTests(ServedStudy study)
{
    [Theory]
    [InlineData("sites/site-11/submissions?document=big.csv")]
    [InlineData("sites/site-11/check?name=big.csv")]
    public async Task A_file_that_is_too_large_is_refused_with_and_without_its_length_and_nothing_is_stored(string path)
    {
        using var site = Caller.Of(study, "site-11");

        var announced = await site.PostAsync(path, new ByteArrayContent(new byte[ServedStudy.MostBytes + 1]));
        var counted = await site.PostAsync(path, new Unannounced(ServedStudy.MostBytes + 1));
        var much = await site.PostAsync(path, new Unannounced(20 * ServedStudy.MostBytes));

        Assert.Equal((413, "too-large"), (announced.Status, announced.Problem));
        Assert.Equal(announced.Text, counted.Text);
        Assert.Equal(announced.Text, much.Text);
        Assert.DoesNotContain("site-11/big.csv", await InboxAsync());
    }

    [Fact]
    public async Task A_file_of_just_the_limit_is_taken()
    {
        using var site = Caller.Of(study, "site-11");

        Assert.Equal(202, (await site.PostAsync("sites/site-11/submissions?document=full.csv", new Unannounced(ServedStudy.MostBytes))).Status);
        Assert.Equal(202, (await site.PostAsync("sites/site-11/submissions?document=full2.csv", new ByteArrayContent(new byte[ServedStudy.MostBytes]))).Status);
    }

    [Fact]
    public async Task A_length_that_is_too_large_is_refused_before_a_byte_is_sent()
    {
        var head = await FirstLineAsync($"Content-Length: {ServedStudy.MostBytes + 1}\r\n\r\n", close: false);

        Assert.Equal("HTTP/1.1 413 Payload Too Large", head);
    }

    [Fact]
    public async Task A_file_that_breaks_off_leaves_nothing()
    {
        await FirstLineAsync("Content-Length: 1000\r\n\r\nsubject_id,mrss\n", close: true);
        await FirstLineAsync("Transfer-Encoding: chunked\r\n\r\n10\r\nsubject_id,mrss\n\r\n", close: true);
        await Task.Delay(300);

        Assert.DoesNotContain("site-12/cut.csv", await InboxAsync());
    }

    [Theory]
    [InlineData("Content-Type", "multipart/form-data; boundary=x")]
    [InlineData("Content-Encoding", "gzip")]
    public async Task A_form_or_a_packed_body_is_no_file(string header, string value)
    {
        using var site = Caller.Of(study, "site-12");

        var answer = await site.PostAsync("sites/site-12/submissions?document=typed.csv", Caller.Visits, (header, value));

        Assert.Equal((415, "wrong-type"), (answer.Status, answer.Problem));
        Assert.DoesNotContain("site-12/typed.csv", await InboxAsync());
    }

    [Fact]
    public async Task Whatever_type_is_claimed_the_content_decides()
    {
        using var site = Caller.Of(study, "site-12");

        await site.PostAsync("sites/site-12/submissions?document=claimed.csv", "%PDF-1.7 no workbook", ("Content-Type", "text/csv"));
        var settled = await study.SettledAsync("site-12", "claimed.csv");

        Assert.Equal(Domain.Submissions.SubmissionStatus.Rejected, settled.Status);
    }

    private async Task<List<string>> InboxAsync() => await study.Get<Storage.Stores>().Inbox.ListAsync(CancellationToken.None).Select(blob => blob.Name).ToListAsync();

    private async Task<string> FirstLineAsync(string rest, bool close)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, study.Server.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/sites/site-12/submissions?document=cut.csv HTTP/1.1\r\nHost: localhost\r\nx-ssc-site-key: {ServedStudy.KeyOf("site-12")}\r\n{rest}"));
        if (close)
        {
            await Task.Delay(100);
            return "";
        }

        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadLineAsync() ?? "";
    }

    /// <summary>Content that does not say how long it is.</summary>
    private sealed class Unannounced(int bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var left = bytes; left > 0; left -= 10_000)
            {
                await stream.WriteAsync(new byte[Math.Min(left, 10_000)]);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
