using Azure;
using Azure.Data.Tables;
using SscPipeline.Storage.Tests.Azurite;

namespace SscPipeline.Storage.Tests.DataTables;

public sealed class TransactionTests(StorageFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task Every_kind_of_action_is_carried_out_in_one_transaction()
    {
        await Table.AddEntityAsync(new TableEntity("site", "merge") { ["A"] = 1 });
        var replace = await Table.AddEntityAsync(new TableEntity("site", "replace") { ["A"] = 1 });
        await Table.AddEntityAsync(Entity("delete"));

        var answer = await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("site", "add 'é皮' \ud83e\uddea") { ["Text"] = "x\u2028y {z} --changeset_transaction" }),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("site", "merge") { ["B"] = 2.5 }, ETag.All),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("site", "replace") { ["B"] = 2.5 }, replace.Headers.ETag!.Value),
            new(TableTransactionActionType.Delete, new TableEntity("site", "delete")),
            new(TableTransactionActionType.UpsertMerge, Entity("upsert-merge")),
            new(TableTransactionActionType.UpsertReplace, Entity("upsert-replace")),
        ]);

        var rows = (await Table.QueryAsync<TableEntity>().ToListAsync()).ToDictionary(row => row.RowKey);
        Assert.Equal("x\u2028y {z} --changeset_transaction", rows["add 'é皮' \ud83e\uddea"].GetString("Text"));
        Assert.Equal((1, 2.5), (rows["merge"].GetInt32("A"), rows["merge"].GetDouble("B")));
        Assert.Equal((null, 2.5), (rows["replace"].GetInt32("A"), rows["replace"].GetDouble("B")));
        Assert.Equal(5, rows.Count);
        Assert.Equal(6, answer.Value.Count);
        Assert.All(answer.Value, part => Assert.InRange(part.Status, 201, 204));
        Assert.Equal(rows["replace"].ETag, answer.Value[2].Headers.ETag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(99)]
    public async Task The_failed_action_is_named_and_nothing_is_written(int index)
    {
        await Table.AddEntityAsync(Entity($"{index:000}"));

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync(Adds(100)));

        Assert.Equal((index, 409, "EntityAlreadyExists"), (failed.FailedTransactionActionIndex, failed.Status, failed.ErrorCode));
        Assert.Single(await Table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task An_old_ETag_fails_the_whole_transaction()
    {
        var added = await Table.AddEntityAsync(Entity("pointer"));
        await Table.UpsertEntityAsync(Entity("pointer", 2));

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Entity("ledger")),
            new(TableTransactionActionType.UpdateReplace, Entity("pointer", 3), added.Headers.ETag!.Value),
        ]));

        Assert.Equal((1, 412), (failed.FailedTransactionActionIndex, failed.Status));
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("site", "ledger")).HasValue);
    }

    [Fact]
    public async Task A_single_action_is_a_transaction_too()
    {
        await Table.SubmitTransactionAsync(Adds(1));

        Assert.Single(await Table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public Task No_action_is_refused_before_sending() => RefusedAsync([]);

    [Fact]
    public Task More_than_100_actions_are_refused_before_sending() => RefusedAsync(Adds(101));

    [Fact]
    public Task Two_partition_keys_are_refused_before_sending() =>
        RefusedAsync([new(TableTransactionActionType.Add, Entity("a")), new(TableTransactionActionType.Add, new TableEntity("other", "b"))]);

    [Fact]
    public Task A_row_key_twice_is_refused_before_sending() =>
        RefusedAsync([new(TableTransactionActionType.Add, Entity("a")), new(TableTransactionActionType.Delete, Entity("a"))]);

    [Fact]
    public Task More_than_4_MiB_are_refused_before_sending() =>
        RefusedAsync([.. Enumerable.Range(0, 70).Select(row => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("site", $"{row}") { ["A"] = new string('x', 32_000), ["B"] = new string('x', 30_000) }))]);

    [Fact]
    public async Task Nearly_4_MiB_are_taken()
    {
        await Table.SubmitTransactionAsync(Enumerable.Range(0, 65).Select(row => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("site", $"{row}") { ["A"] = new string('x', 32_000), ["B"] = new string('x', 32_000) })));

        Assert.Equal(65, (await Table.QueryAsync<TableEntity>(select: ["RowKey"]).ToListAsync()).Count);
    }

    private static TableTransactionAction[] Adds(int count) =>
        [.. Enumerable.Range(0, count).Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity($"{row:000}")))];

    private async Task RefusedAsync(TableTransactionAction[] actions)
    {
        var sent = new CountingTransport();
        var table = new TableClient(ConnectionString, Table.Name, new TableClientOptions { Transport = sent });

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync(actions));

        Assert.Equal(0, sent.Requests);
    }
}
