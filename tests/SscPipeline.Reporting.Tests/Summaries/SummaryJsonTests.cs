using System.Text;
using System.Text.Json.Nodes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class SummaryJsonTests
{
    [Theory, InlineData("controlled"), InlineData("public")]
    public void A_summary_keeps_to_its_schema(string audience) =>
        Assert.Empty(SchemaCheck.Faults("summary.schema.json", SummaryJson.Write(SummaryBuilder.Build(Guo2012.Input with { Audience = audience }))));

    [Fact]
    public void A_summary_without_data_keeps_to_its_schema() =>
        Assert.Empty(SchemaCheck.Faults("summary.schema.json", SummaryJson.Write(SummaryBuilder.Build(Guo2012.Input with { Sites = [], Activity = [] }))));

    [Fact]
    public void A_summary_reads_back_as_it_was_written()
    {
        var written = SummaryJson.Write(Guo2012.Summary);

        Assert.Equal(written, SummaryJson.Write(SummaryJson.Read(written)));
    }

    [Fact]
    public void The_summary_of_the_synthetic_example_is_the_approved_one() =>
        Approval.Check("summary.approved.json", SummaryJson.Write(Guo2012.Summary));

    [Theory, InlineData(500, 1, true), InlineData(501, 0, false)]
    public void Above_500_subjects_it_is_not_indented_and_composite_indices_of_subjects_are_in_their_table_alone(int subjects, int expected, bool isIndented)
    {
        var composite = new Composite([], [new CompositeSubject("site-a", "P-01", -8, 4, -2, -1, -0.5, 0.9, true, 30, false)]);
        var summary = Guo2012.Summary with { Population = Guo2012.Summary.Population with { Subjects = subjects }, Composite = composite };

        var written = SummaryJson.Write(summary);

        Assert.Equal(expected, JsonNode.Parse(written)!["composite"]!["subjects"]!.AsArray().Count);
        Assert.Equal(isIndented, written.AsSpan().IndexOf("\n  "u8) > 0);
        Assert.Contains("P-01", Encoding.UTF8.GetString(ReportWriter.Write(summary).Single(file => file.Path == "tables/composite_subjects.csv").Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_read_while_it_is_written_are_the_same_bytes()
    {
        var summary = LargerStudy.Times(9);
        using var read = new MemoryStream();
        await using var started = SummaryJson.Start(summary);
        await started.CopyToAsync(read);

        Assert.Equal(SummaryJson.Write(summary), read.ToArray());
    }

    [Fact]
    public async Task Who_reads_is_told_what_could_not_be_written()
    {
        var summary = Guo2012.Summary with { Population = Guo2012.Summary.Population with { TreatmentMonths = new Spread(1, double.NaN, null, null) } };
        await using var started = SummaryJson.Start(summary);

        await Assert.ThrowsAsync<ArgumentException>(() => started.CopyToAsync(Stream.Null));
    }

    [Fact]
    public void Numbers_are_unrounded_and_absent_statistics_are_null()
    {
        var rows = JsonNode.Parse(SummaryJson.Write(Guo2012.Summary))!["measures"]![0]!["rows"]!.AsArray();
        JsonNode Row(int month) => rows.First(row => row!["month"]!.GetValue<int>() == month)!;

        Assert.Equal(-6.291666666666667, Row(6)["change"]!["mean"]!.GetValue<double>());
        Assert.Equal(-10.575166343898, Row(6)["change"]!["ci95"]![0]!.GetValue<double>(), 1e-9);
        Assert.Null(Row(0)["change"]);
        Assert.Null(Row(30)["sd"]);
        Assert.Null(Row(30)["change"]!["ci95"]);
        Assert.Null(Row(30)["change"]!["pairedTP"]);
    }
}
