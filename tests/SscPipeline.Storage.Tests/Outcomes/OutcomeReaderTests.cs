using System.Collections.Immutable;
using Azure.Data.Tables;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Outcomes;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Outcomes;

public sealed class OutcomeReaderTests
{
    private static readonly string[] Texts = ["", " ", "A1", "\t", "\n", "\\", "\\e", "a\\tb", "\r\n", "皮肤", "\ud83e\uddea", "\ud800", "\0", "x~y", "'", "long"];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void Any_rows_of_any_submissions_come_back_as_they_were_whatever_was_read_before(int seed)
    {
        var random = new Random(seed);
        var reader = new OutcomeReader();
        for (var count = 0; count < 20; count++)
        {
            var row = Row(random);
            var submission = random.Next(3) == 0 ? Submission(1 + random.Next(2)).Replayed() : Submission(1 + random.Next(2));

            var read = reader.Row(OutcomeEntity.Of(Site(), submission, row));

            Assert.Equal(row.Outcomes.ToArray(), read.Outcomes.ToArray());
            Assert.Equal(row.Missing.ToArray(), read.Missing.ToArray());
            Assert.Equal(row with { Outcomes = [], Missing = [] }, read with { Outcomes = [], Missing = [] });
        }
    }

    [Fact]
    public void The_name_of_a_variable_is_one_string_for_all_rows()
    {
        var reader = new OutcomeReader();

        var rows = Enumerable.Range(0, 2).Select(_ => reader.Row(OutcomeEntity.Of(Site(), Submission(1), Visit(new Outcome("fvc_l", OutcomeValue.Of(2.4m), "B2"))))).ToList();

        Assert.Same(rows[0].Outcomes[0].Variable, rows[1].Outcomes[0].Variable);
    }

    [Theory]
    [InlineData("RowKey", "20120301T083000000Z-0123456789~x~01")]
    [InlineData("RowKey", "20120301T083000000Z-0123456789~v~01")]
    [InlineData("RowKey", "20120301T083000000Z-0123456789~v~01~d1~2")]
    [InlineData("RowKey", "20120301T083000000Z-0123456789~s~01~d1")]
    [InlineData("RowKey", "01")]
    [InlineData("Subject", null)]
    [InlineData("Sheet", null)]
    [InlineData("Row", null)]
    [InlineData("Visit", "yesterday")]
    [InlineData("Cells", "\tB2")]
    [InlineData("Cells", "fev1_l\tB2")]
    [InlineData("Cells", "")]
    public void A_damaged_row_is_told_also_when_those_before_it_were_whole(string property, string? value)
    {
        var reader = new OutcomeReader();
        reader.Row(Entity());
        var damaged = Entity();
        damaged[property] = value!;

        Assert.Throws<InvalidDataException>(() => reader.Row(damaged));

        reader.Row(Entity());

        static TableEntity Entity() =>
            OutcomeEntity.Of(Site(), SubmissionId.Parse("20120301T083000000Z-0123456789"), Visit(new Outcome("fvc_l", OutcomeValue.Of(2.4m), "B2")));
    }

    private static OutcomeRow Visit(params ImmutableArray<Outcome> outcomes) =>
        new(RecordKind.Visit, "01", outcomes) { Sheet = "Visits", Row = 2, Visit = VisitTime.AtDay(1) };

    private static OutcomeRow Row(Random random)
    {
        var kind = (RecordKind)random.Next(3);
        return new OutcomeRow(kind, Text(random), [.. Enumerable.Range(0, random.Next(12)).Where(_ => random.Next(3) > 0).Select(number => Outcome(random, $"variable_{number}"))])
        {
            Sheet = Text(random),
            Row = random.Next(1, 100),
            Ordinal = kind == RecordKind.AdverseEvent ? random.Next(1, 9) : 0,
            Visit = kind == RecordKind.Visit ? VisitTime.AtMonth(random.Next(30)) : null,
            Missing = [.. Enumerable.Range(12, random.Next(4)).Select(number => new MissingValue($"variable_{number}", (MissingReason)random.Next(3)))],
        };
    }

    private static Outcome Outcome(Random random, string variable) => new(variable, Value(random), random.Next(4) == 0 ? null : Text(random))
    {
        Sent = random.Next(3) == 0 ? Text(random) : null,
        Comparator = random.Next(3) == 0 ? Text(random) : null,
    };

    private static OutcomeValue Value(Random random) => random.Next(4) switch
    {
        0 => OutcomeValue.Of(Text(random)),
        1 => OutcomeValue.Of(DateOnly.FromDayNumber(random.Next(800_000))),
        2 => OutcomeValue.Of(new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29))),
        _ => OutcomeValue.Of(random.Next(10_000) / 100m),
    };

    private static string Text(Random random) =>
        random.Next(60) == 0 ? new string('长', 32_001) : string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Texts[random.Next(Texts.Length)]));
}
