using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Storage.Tests.DataTables;

namespace SscPipeline.Storage.Tests.Contracts;

/// <summary>Budgets of memory, which are the same on every machine: bytes that are asked for on the way of one row of 31 values.</summary>
public sealed class AllocationTests
{
    private const int Rows = 200;
    private const int Values = 31;

    private static readonly SiteCode Site = SiteCode.Parse("site-a");
    private static readonly SubmissionId Submission = SubmissionId.Of(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero), new string('a', 64));

    [Fact]
    public void A_row_becomes_an_entity_within_its_budget()
    {
        var rows = Enumerable.Range(1, Rows).Select(Row).ToList();

        Assert.InRange(BytesARow(() => rows.ForEach(row => OutcomeEntity.Of(Site, Submission, row))), 1, 10_000);
    }

    [Fact]
    public void An_entity_becomes_a_row_within_its_budget()
    {
        var entities = Enumerable.Range(1, Rows).Select(row => OutcomeEntity.Of(Site, Submission, Row(row))).ToList();

        var reader = new OutcomeReader();

        Assert.InRange(BytesARow(() => entities.ForEach(entity => reader.Row(entity))), 1, 5_000);
    }

    [Fact]
    public void A_page_of_an_answer_becomes_entities_within_its_budget()
    {
        var body = JsonSerializer.Serialize(new { value = Enumerable.Range(1, Rows).Select(Answer) });
        var transport = new CountingTransport { Answer = (_, _) => new CannedResponse(200, body) };
        var table = new TableClient("AccountName=study;AccountKey=AAAA", "Outcomes", new TableClientOptions { Transport = transport });

        Assert.InRange(BytesARow(() => Assert.Equal(Rows, table.QueryAsync<TableEntity>("PartitionKey eq 'site-a'").AsPages().ToBlockingEnumerable().Sum(page => page.Values.Count))), 1, 5_000);
    }

    private static Dictionary<string, object> Answer(int row)
    {
        var entity = Enumerable.Range(1, Values).ToDictionary(
            value => string.Create(CultureInfo.InvariantCulture, $"variable_{value}"), value => (object)(row + (value / 4.0)), StringComparer.Ordinal);
        entity["PartitionKey"] = "site-a";
        entity["RowKey"] = string.Create(CultureInfo.InvariantCulture, $"20260302T060000000Z-aaaaaaaaaa~v~S-{row:0000}");
        entity["Timestamp"] = "2026-03-02T06:00:00Z";
        entity["Row"] = row;
        return entity;
    }

    private static long BytesARow(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rows;
    }

    private static OutcomeRow Row(int number) => new(
        RecordKind.Visit,
        string.Create(CultureInfo.InvariantCulture, $"S-{number:0000}"),
        [.. Enumerable.Range(1, Values).Select(value => new Outcome(
            string.Create(CultureInfo.InvariantCulture, $"variable_{value}"), OutcomeValue.Of(number + (value / 4m)), string.Create(CultureInfo.InvariantCulture, $"C{number}")))])
    {
        Visit = VisitTime.AtDay(number),
        Sheet = "Visits",
        Row = number,
    };
}
