using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Outcomes;

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
