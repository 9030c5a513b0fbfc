using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Tests.Sites;

public sealed class SiteExtractTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void What_is_written_is_read_back_and_the_order_of_documents_changes_no_byte(int seed)
    {
        var random = new Random(seed);
        var documents = Enumerable.Range(0, random.Next(1, 5)).Select(n => Document(random, n)).ToArray();
        var bytes = SiteExtract.Write([.. documents]);

        random.Shuffle(documents);

        Assert.Equal(bytes, SiteExtract.Write([.. documents]));
        var read = SiteExtract.Read(bytes);
        Assert.Equal(documents.OrderBy(d => d.Document, StringComparer.Ordinal).Select(Text), read.Select(Text));
    }

    [Fact]
    public void Whether_it_holds_anything_of_use_is_told_by_its_beginning()
    {
        var random = new Random(1);
        var documents = Enumerable.Range(0, 3).Select(n => Document(random, n)).ToArray();
        var bytes = SiteExtract.Write([.. documents]);
        var other = SubmissionId.Of(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), "0123456789abcdef");

        Assert.All(documents, document => Assert.True(SiteExtract.MayHoldAny(bytes, [other, document.Submission])));
        Assert.False(SiteExtract.MayHoldAny(bytes, [other]));
        Assert.False(SiteExtract.MayHoldAny("no extract"u8.ToArray(), [other]));
    }

    [Fact]
    public void An_extract_of_so_many_documents_that_its_beginning_does_not_name_them_all_may_hold_any()
    {
        var random = new Random(2);
        var bytes = SiteExtract.Write([.. Enumerable.Range(0, 800).Select(n => Document(random, n) with { Rows = [] })]);

        Assert.True(SiteExtract.MayHoldAny(bytes, [SubmissionId.Of(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), "0123456789abcdef")]));
    }

    private static SiteDocument Document(Random random, int number) => new(
        $"visits {number}.csv",
        SubmissionId.Of(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number), $"{random.NextInt64():x16}"),
        [.. Enumerable.Range(0, random.Next(0, 4)).Select(row => Row(random, row))]);

    private static OutcomeRow Row(Random random, int row) => new(
        RecordKind.Visit,
        $"P-0{row} 患者",
        [
            new("mrss_total", OutcomeValue.Of(random.Next(0, 204) / 4m), "C2") { Sent = "26/51" },
            new("visit_date", OutcomeValue.Of(new DateOnly(2012, 1, 1).AddDays(random.Next(900))), null),
            new("tpn", OutcomeValue.Of(random.Next(2) == 0 ? "Y" : ""), "D2"),
            new("dlco", OutcomeValue.Of(1m / 3), "E2") { Comparator = "<" },
        ])
    {
        Sheet = "Visits",
        Row = row + 2,
        Visit = random.Next(3) switch { 0 => VisitTime.AtDay(random.Next(-30, 900)), 1 => VisitTime.AtMonth(random.Next(0, 60) / 2m), _ => VisitTime.On(new DateOnly(2012, 3, 5)) },
        Missing = [new("fvc_l", MissingReason.NotDone)],
    };

    private static string Text(SiteDocument document) =>
        $"{document.Document} {document.Submission} {string.Join(";", document.Rows.Select(row => $"{row.Kind} {row.Subject} {row.Visit} {row.Sheet} {row.Row} {string.Join(",", row.Outcomes)} {string.Join(",", row.Missing)}"))}";
}
