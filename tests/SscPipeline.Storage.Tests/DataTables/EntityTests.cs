using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using SscPipeline.Storage.Tests.Azurite;

namespace SscPipeline.Storage.Tests.DataTables;

public sealed class EntityTests(StorageFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task Every_type_comes_back_as_it_went()
    {
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        var time = new DateTimeOffset(2012, 3, 5, 23, 59, 59, 999, TimeSpan.FromHours(8));
        await Table.AddEntityAsync(new TableEntity("site", "row")
        {
            ["Text"] = "皮肤 \"评分\" <23> & 'x' \u2028\u0085 \ud83e\uddea {\"a\":1}",
            ["Empty"] = "",
            ["Fraction"] = 41.5,
            ["Whole"] = 3.0,
            ["Tiny"] = 1e-300,
            ["Large"] = 123456789012345.0,
            ["Infinite"] = double.NegativeInfinity,
            ["Int"] = -7,
            ["Long"] = long.MaxValue,
            ["Flag"] = true,
            ["Id"] = id,
            ["Time"] = time,
            ["Day"] = new DateTime(2012, 3, 5, 0, 0, 0, DateTimeKind.Utc),
            ["Bytes"] = new byte[] { 0, 255, 1 },
            ["Nothing"] = null!,
        });

        TableEntity read = await Table.GetEntityAsync<TableEntity>("site", "row");

        Assert.Equal("皮肤 \"评分\" <23> & 'x' \u2028\u0085 \ud83e\uddea {\"a\":1}", read.GetString("Text"));
        Assert.Equal("", read.GetString("Empty"));
        Assert.Equal(41.5, read.GetDouble("Fraction"));
        Assert.Equal(3, read.GetDouble("Whole"));
        Assert.Equal(1e-300, read.GetDouble("Tiny"));
        Assert.Equal(123456789012345.0, read.GetDouble("Large"));
        Assert.Equal(double.NegativeInfinity, read.GetDouble("Infinite"));
        Assert.Equal(-7, read.GetInt32("Int"));
        Assert.Equal(long.MaxValue, read.GetInt64("Long"));
        Assert.True(read.GetBoolean("Flag"));
        Assert.Equal(id, read.GetGuid("Id"));
        Assert.Equal(time, read.GetDateTimeOffset("Time"));
        Assert.Equal(new DateTime(2012, 3, 5, 0, 0, 0, DateTimeKind.Utc), read.GetDateTime("Day"));
        Assert.Equal([0, 255, 1], read.GetBinary("Bytes")!);
        Assert.False(read.ContainsKey("Nothing"));
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
    }

    [Fact]
    public async Task A_getter_of_another_type_is_a_mistake_of_the_caller()
    {
        await Table.AddEntityAsync(new TableEntity("site", "row") { ["Text"] = "x" });

        TableEntity read = await Table.GetEntityAsync<TableEntity>("site", "row");

        Assert.Throws<InvalidOperationException>(() => read.GetDouble("Text"));
        Assert.Null(read.GetDouble("Absent"));
    }

    [Theory]
    [InlineData("O'Brien")]
    [InlineData("''")]
    [InlineData("a b+c&d=e;f,g(h)i@j$k!l*m")]
    [InlineData("100%")]
    [InlineData("%27%2F")]
    [InlineData("第3次随访")]
    [InlineData("\ud83e\uddea")]
    [InlineData("..")]
    [InlineData("{x}")]
    public async Task A_key_is_escaped_in_every_address(string key)
    {
        var entity = new TableEntity(key, key) { ["Value"] = 1.5 };
        await Table.AddEntityAsync(entity);
        await Table.UpsertEntityAsync(new TableEntity(key, key) { ["Other"] = "x" });
        TableEntity read = await Table.GetEntityAsync<TableEntity>(key, key);
        var found = await Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")).ToListAsync();
        await Table.UpdateEntityAsync(new TableEntity(key, key) { ["Value"] = 2.5 }, read.ETag, TableUpdateMode.Replace);
        await Table.DeleteEntityAsync(key, key);

        Assert.Equal((1.5, "x"), (read.GetDouble("Value"), read.GetString("Other")));
        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        Assert.Single(found);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>(key, key)).HasValue);
    }

    [Fact]
    public async Task Adding_twice_is_a_conflict_with_its_code()
    {
        await Table.AddEntityAsync(Entity("row"));

        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(Entity("row")));

        Assert.Equal((409, "EntityAlreadyExists"), (conflict.Status, conflict.ErrorCode));
        Assert.True(conflict.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task An_update_with_an_old_ETag_is_refused()
    {
        var added = await Table.AddEntityAsync(Entity("row"));
        await Table.UpdateEntityAsync(Entity("row", 2), added.Headers.ETag!.Value);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(Entity("row", 3), added.Headers.ETag!.Value));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refused.Status, refused.ErrorCode));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(Entity("row"), default));
    }

    [Fact]
    public async Task Replacing_drops_what_merging_keeps()
    {
        await Table.AddEntityAsync(new TableEntity("site", "row") { ["A"] = 1, ["B"] = 2 });

        await Table.UpsertEntityAsync(new TableEntity("site", "row") { ["A"] = 3 });
        TableEntity merged = await Table.GetEntityAsync<TableEntity>("site", "row");
        await Table.UpsertEntityAsync(new TableEntity("site", "row") { ["A"] = 4 }, TableUpdateMode.Replace);
        TableEntity replaced = await Table.GetEntityAsync<TableEntity>("site", "row");

        Assert.Equal((3, 2), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal((4, null), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [Fact]
    public async Task What_is_not_there_can_be_asked_for_and_deleted_but_not_updated()
    {
        var absent = await Table.GetEntityIfExistsAsync<TableEntity>("site", "none");
        var gone = await Table.DeleteEntityAsync("site", "none");
        var notFound = await Assert.ThrowsAsync<RequestFailedException>(() => Table.GetEntityAsync<TableEntity>("site", "none"));
        var notUpdated = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(Entity("none"), ETag.All));

        Assert.False(absent.HasValue);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
        Assert.Equal(404, gone.Status);
        Assert.Equal((404, "ResourceNotFound"), (notFound.Status, notFound.ErrorCode));
        Assert.Equal(404, notUpdated.Status);
    }

    [Fact]
    public async Task A_deletion_can_be_conditional()
    {
        var added = await Table.AddEntityAsync(Entity("row"));
        await Table.UpsertEntityAsync(Entity("row", 2));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Table.DeleteEntityAsync("site", "row", added.Headers.ETag!.Value));

        Assert.Equal(412, refused.Status);
    }

    [Fact]
    public async Task Select_leaves_the_rest_away()
    {
        await Table.AddEntityAsync(new TableEntity("site", "row") { ["A"] = 1, ["B"] = 2 });

        TableEntity read = await Table.GetEntityAsync<TableEntity>("site", "row", ["A"]);

        Assert.Equal((1, null), (read.GetInt32("A"), read.GetInt32("B")));
    }
}
