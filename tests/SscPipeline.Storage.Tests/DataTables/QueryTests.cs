using Azure.Data.Tables;
using SscPipeline.Storage.Tests.Azurite;

namespace SscPipeline.Storage.Tests.DataTables;

public sealed class QueryTests(StorageFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task A_long_answer_comes_in_pages_and_all_of_it()
    {
        foreach (var batch in Enumerable.Range(0, 1_050).Chunk(100))
        {
            await Table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity($"{row:0000}", row))));
        }

        var pages = new List<int>();
        await foreach (var page in Table.QueryAsync<TableEntity>("PartitionKey eq 'site'").AsPages())
        {
            pages.Add(page.Values.Count);
        }

        Assert.Equal([1_000, 50], pages);
    }

    [Fact]
    public async Task A_query_goes_on_where_its_token_says()
    {
        await Table.SubmitTransactionAsync(Enumerable.Range(0, 7).Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity($"{row}"))));
        var query = Table.QueryAsync<TableEntity>("PartitionKey eq 'site'", maxPerPage: 3);

        string? token = null;
        await foreach (var page in query.AsPages())
        {
            token = page.ContinuationToken;
            break;
        }

        var rest = new List<string>();
        await foreach (var page in query.AsPages(token, pageSizeHint: 2))
        {
            rest.AddRange(page.Values.Select(row => row.RowKey));
        }

        Assert.Equal(["3", "4", "5", "6"], rest);
    }

    [Fact]
    public async Task An_empty_page_is_not_the_end_and_the_token_may_lack_its_second_part()
    {
        var asked = new List<string>();
        var transport = new CountingTransport
        {
            Answer = (number, request) =>
            {
                asked.Add(request.Uri.ToUri().Query);
                return number switch
                {
                    1 => new CannedResponse(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!8!a/+b"), ("x-ms-continuation-NextRowKey", "1!4!c")),
                    2 => new CannedResponse(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "only")),
                    _ => new CannedResponse(200, """{"odata.metadata":"m","value":[{"PartitionKey":"site","RowKey":"r","N":"9","N@odata.type":"Edm.Int64"}]}"""),
                };
            },
        };
        var table = new TableClient(ConnectionString, Table.Name, new TableClientOptions { Transport = transport });

        var rows = await table.QueryAsync<TableEntity>("PartitionKey eq 'site'").ToListAsync();

        Assert.Equal(9L, Assert.Single(rows).GetInt64("N"));
        Assert.EndsWith("&NextPartitionKey=1%218%21a%2F%2Bb&NextRowKey=1%214%21c", asked[1], StringComparison.Ordinal);
        Assert.EndsWith("&NextPartitionKey=only", asked[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_quotes_each_value_as_its_type_asks()
    {
        var time = new DateTimeOffset(2012, 3, 5, 0, 0, 0, TimeSpan.Zero);
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        await Table.AddEntityAsync(new TableEntity("O'Brien", "row")
        {
            ["Text"] = "it's",
            ["Number"] = 3.0,
            ["Long"] = 5_000_000_000L,
            ["Time"] = time,
            ["Id"] = id,
            ["Flag"] = true,
            ["Int"] = 4,
        });

        FormattableString[] filters =
        [
            $"PartitionKey eq {"O'Brien"} and Text eq {"it's"}",
            $"PartitionKey eq {"O'Brien"} and Number eq {3.0}",
            $"PartitionKey eq {"O'Brien"} and Long eq {5_000_000_000L}",
            $"PartitionKey eq {"O'Brien"} and Time eq {time}",
            $"PartitionKey eq {"O'Brien"} and Id eq {id}",
            $"PartitionKey eq {"O'Brien"} and Flag eq {true} and Int eq {4}",
        ];

        foreach (var filter in filters)
        {
            Assert.Single(await Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).ToListAsync());
        }

        Assert.Equal("A eq '' or B eq X'00FF'", TableClient.CreateQueryFilter($"A eq {""} or B eq {new byte[] { 0, 255 }}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {1.5m}"));
    }

    [Fact]
    public async Task A_range_of_row_keys_compares_by_code_and_not_by_language()
    {
        await Table.SubmitTransactionAsync(new[] { "s~B", "s~a", "s~é", "t", "d~x", "s" }.Select(
            row => new TableTransactionAction(TableTransactionActionType.Add, Entity(row))));

        var rows = await Table.QueryAsync<TableEntity>("PartitionKey eq 'site' and RowKey ge 's~' and RowKey lt 't'", select: ["RowKey"]).ToListAsync();

        Assert.Equal(["s~B", "s~a", "s~é"], rows.Select(row => row.RowKey));
    }

    [Fact]
    public async Task Entities_of_one_page_may_have_other_properties_in_another_order()
    {
        var random = new Random(7);
        var names = Enumerable.Range(0, 12).Select(number => $"Property_{number}").Append(new string('N', 255)).Append("皮肤").ToArray();
        var sent = Enumerable.Range(0, 60).Select(number => Entity($"{number:00}", number)).ToList();
        foreach (var entity in sent)
        {
            random.Shuffle(names);
            foreach (var name in names.Take(random.Next(names.Length)))
            {
                entity[name] = random.Next(5) switch
                {
                    0 => (double)random.Next(9),
                    1 => random.Next(),
                    2 => random.NextInt64(),
                    3 => new DateTimeOffset(2012, 3, 5, random.Next(24), 0, 0, TimeSpan.Zero),
                    _ => $"text {random.Next()}",
                };
            }
        }

        await Table.SubmitTransactionAsync(sent.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)));

        var read = await Table.QueryAsync<TableEntity>("PartitionKey eq 'site'").ToListAsync();

        Assert.All(sent.Zip(read), pair =>
        {
            Assert.Equal(
                pair.First.Keys.Order(StringComparer.Ordinal),
                pair.Second.Keys.Except(["odata.etag", "Timestamp"]).Order(StringComparer.Ordinal));
            Assert.All(pair.First, property => Assert.Equal(property.Value, property.Value is double ? pair.Second.GetDouble(property.Key) : pair.Second[property.Key]));
        });
    }
}
