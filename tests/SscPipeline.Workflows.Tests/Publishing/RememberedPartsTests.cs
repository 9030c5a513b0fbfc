using System.Collections.Immutable;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Workflows.Tests.Publishing;

public sealed class RememberedPartsTests
{
    private readonly RememberedParts parts = new(mostBytes: 100);

    [Fact]
    public void A_part_is_known_by_its_ETag_alone()
    {
        Add("2-0", "\"a\"", 10);

        Assert.NotNull(parts.Find("2-0", "\"a\""));
        Assert.Null(parts.Find("2-0", "\"b\""));
        Assert.Null(parts.Find("2-1", "\"a\""));
    }

    [Theory, InlineData(60, true), InlineData(61, false)]
    public void What_would_take_more_room_than_there_is_is_not_remembered(int length, bool isRemembered)
    {
        Add("2-0", "\"a\"", 40);
        Add("2-1", "\"b\"", length);

        Assert.Equal(isRemembered, parts.Find("2-1", "\"b\"") is not null);
        Assert.NotNull(parts.Find("2-0", "\"a\""));
    }

    [Fact]
    public void A_new_version_takes_the_room_of_the_old_one()
    {
        Add("2-0", "\"a\"", 90);
        Add("2-0", "\"b\"", 100);

        Assert.Null(parts.Find("2-0", "\"a\""));
        Assert.NotNull(parts.Find("2-0", "\"b\""));
    }

    [Fact]
    public void What_storage_no_longer_has_gives_its_room_back()
    {
        Add("2-0", "\"a\"", 50);
        Add("2-1", "\"b\"", 50);
        parts.ForgetOthers(new Dictionary<string, string> { ["2-1"] = "\"c\"", ["2-0"] = "\"a\"" });
        Add("1-0", "\"d\"", 50);

        Assert.NotNull(parts.Find("2-0", "\"a\""));
        Assert.Null(parts.Find("2-1", "\"b\""));
        Assert.NotNull(parts.Find("1-0", "\"d\""));
    }

    [Fact]
    public void What_nobody_asks_for_is_not_read()
    {
        var isRead = false;
        parts.Add("2-0", "\"a\"", 1, new Lazy<ImmutableArray<SiteRecord>>(() =>
        {
            isRead = true;
            return [];
        }));

        Assert.False(isRead);
        Assert.NotNull(parts.Find("2-0", "\"a\""));
        Assert.True(isRead);
    }

    private void Add(string name, string etag, int length) => parts.Add(name, etag, length, new Lazy<ImmutableArray<SiteRecord>>([]));
}
