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

    [Fact]
    public void An_id_is_neither_before_nor_after_itself()
    {
        var (first, same) = (SubmissionId.Of(Time, Hash), SubmissionId.Of(Time, Hash));
        var replay = first.Replayed();

        Assert.Equal((false, true), (first < same, first <= same));
        Assert.Equal((false, true), (first > same, first >= same));
        Assert.Equal((true, true), (first < replay, first <= replay));
        Assert.Equal((false, false), (first > replay, first >= replay));
    }

    [Fact]
    public void A_replay_is_of_the_same_upload_and_of_no_other()
    {
        var (first, later) = (SubmissionId.Of(Time, Hash), SubmissionId.Of(Time.AddMilliseconds(1), Hash));

        Assert.True(first.IsOfSameUploadAs(first.Replayed().Replayed()) && first.Replayed().IsOfSameUploadAs(first.Replayed().Replayed()));
        Assert.False(first.IsOfSameUploadAs(later) || first.Replayed().IsOfSameUploadAs(later.Replayed()));
        Assert.Equal((first, first), (first.Upload, first.Replayed().Upload));
    }

    [Fact]
    public void What_was_never_set_is_empty_and_before_every_upload()
    {
        Assert.Equal(("", 1), (default(SubmissionId).Value, default(SubmissionId).Revision));
        Assert.True(default(SubmissionId) < SubmissionId.Of(Time, Hash));
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
    [InlineData("20260301T061500123Z-0a1b2c3d4e-r")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e-x2")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e_r2")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e2")]
    [InlineData("20260301T061500123Z-0a1b2c3d4e/..")]
    public void Anything_else_is_no_id(string text)
    {
        Assert.Null(SubmissionId.TryParse(text));
        Assert.Throws<ArgumentException>(() => SubmissionId.Parse(text));
    }
}
