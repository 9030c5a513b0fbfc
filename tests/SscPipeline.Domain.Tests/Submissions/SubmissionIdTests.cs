using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Tests.Submissions;

public sealed class SubmissionIdTests
{
    private const string Hash = "0a1b2c3d4e5f60718293";

    private static readonly DateTimeOffset Time = new(2026, 3, 1, 6, 15, 0, 123, TimeSpan.Zero);

    [Fact]
    public void An_id_is_the_time_of_the_upload_and_the_start_of_its_hash()
    {
        var id = SubmissionId.Of(Time.ToOffset(TimeSpan.FromHours(8)), Hash);

        Assert.Equal("20260301T061500123Z-0a1b2c3d4e", id.Value);
        Assert.Equal((Time, 1), (id.UploadedAt, id.Revision));
    }

    [Fact]
    public void Replays_count_up()
    {
        var id = SubmissionId.Of(Time, Hash).Replayed();

        Assert.Equal(("20260301T061500123Z-0a1b2c3d4e-r2", 2), (id.Value, id.Revision));
        Assert.Equal("20260301T061500123Z-0a1b2c3d4e-r3", id.Replayed().Value);
        Assert.Equal(Time, id.UploadedAt);
    }

    [Fact]
    public void Ids_sort_by_upload_and_replays_by_number()
    {
        var first = SubmissionId.Of(Time, Hash);
        var ninth = Enumerable.Range(0, 8).Aggregate(first, (id, _) => id.Replayed());
        var later = SubmissionId.Of(Time.AddMilliseconds(1), "0000000000");

        Assert.Equal(9, ninth.Revision);
        Assert.Equal([first, first.Replayed(), ninth, ninth.Replayed(), later], new[] { later, ninth.Replayed(), first, ninth, first.Replayed() }.Order());
        Assert.True(first < later && later > ninth && first <= ninth && later >= first);
    }

    [Theory]
    [InlineData("20260301T061500123Z-0a1b2c3d4e")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e-r2")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e-r10")]
    public void What_is_written_is_read_back(string text) => Assert.Equal(text, SubmissionId.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("20260301T061500123Z")]
    [InlineData("20260301T061500123Z-0A1B2C3D4E")]
    [InlineData("20261301T061500123Z-0a1b2c3d4e")]
    [InlineData("20260301T061500123Z_0a1b2c3d4e")]
    [InlineData("20260301T061500123Z-0a1b2c3d4")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e-r1")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e-r02")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e-r2x")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e/..")]
    public void Anything_else_is_no_id(string text)
    {
        Assert.Null(SubmissionId.TryParse(text));
        Assert.Throws<ArgumentException>(() => SubmissionId.Parse(text));
    }
}
