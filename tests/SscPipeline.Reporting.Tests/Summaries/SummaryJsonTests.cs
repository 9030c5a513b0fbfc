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
