using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class SubmissionRegisterTests : IDisposable
{
    private static readonly DateTimeOffset Second = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task Documents_with_the_same_bytes_in_one_second_get_ids_a_millisecond_apart_and_keep_them()
    {
        var one = await BeginAsync("one.csv");
        var two = await BeginAsync("two.csv");
        var three = await BeginAsync("three.csv");
        var again = await BeginAsync("two.csv");

        Assert.Equal([Second, Second.AddMilliseconds(1), Second.AddMilliseconds(2)], new[] { one, two, three }.Select(id => id.UploadedAt));
        Assert.Equal(two, again);
    }

    private async Task<SubmissionId> BeginAsync(string document)
    {
        var upload = new Upload(SiteCode.Parse("site-a"), document, Second, "\"etag\"", "0123456789abcdef", 1, [1]);
        return (await study.Get<SubmissionRegister>().BeginAsync(upload, CancellationToken.None)).SubmissionId;
    }
}
