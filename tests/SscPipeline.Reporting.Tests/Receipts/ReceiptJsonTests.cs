using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;

namespace SscPipeline.Reporting.Tests.Receipts;

public sealed class ReceiptJsonTests
{
    private static readonly ImmutableArray<Receipt> All = [SampleReceipts.Partly, SampleReceipts.Duplicate, SampleReceipts.Clean];

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void A_receipt_keeps_to_its_schema(int sample) =>
        Assert.Empty(SchemaCheck.Faults("receipt.schema.json", ReceiptJson.Write(All[sample])));

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void A_receipt_reads_back_as_it_was_written(int sample)
    {
        var written = ReceiptJson.Write(All[sample]);

        var read = ReceiptJson.Read(written);

        Assert.Equal(written, ReceiptJson.Write(read));
        Assert.Equal(All[sample].Issues.ToArray(), read.Issues.ToArray());
        Assert.Equal(All[sample].DuplicateOf, read.DuplicateOf);
    }

    [Fact]
    public void An_issue_about_a_sheet_has_an_empty_cell_and_a_null_subject()
    {
        var issue = JsonNode.Parse(ReceiptJson.Write(SampleReceipts.Partly))!["issues"]![4]!.AsObject();

        Assert.Equal("", issue["cell"]!.GetValue<string>());
        Assert.True(issue.ContainsKey("subject"));
        Assert.Null(issue["subject"]);
    }

    [Fact]
    public void Names_of_the_contract_are_written()
    {
        var receipt = JsonNode.Parse(ReceiptJson.Write(SampleReceipts.Partly))!;

        Assert.Equal("PartiallyAccepted", receipt["status"]!.GetValue<string>());
        Assert.Equal("Error", receipt["issues"]![0]!["severity"]!.GetValue<string>());
        Assert.Equal("Broken", receipt["checks"]![3]!["status"]!.GetValue<string>());
        Assert.Equal("NotApplicable", receipt["checks"]![4]!["status"]!.GetValue<string>());
        Assert.Equal(1, receipt["schemaVersion"]!.GetValue<int>());
        Assert.Equal(3, receipt["values"]!["missing"]!.GetValue<int>());
    }

    [Fact]
    public void Several_receipts_are_an_array_in_the_order_given()
    {
        var array = JsonNode.Parse(ReceiptJson.Write(All))!.AsArray();

        Assert.Equal(["PartiallyAccepted", "Duplicate", "Accepted"], array.Select(receipt => receipt!["status"]!.GetValue<string>()));
    }

    [Fact]
    public void Members_that_a_later_version_added_are_passed_over_and_absent_ones_have_their_default()
    {
        var receipt = JsonNode.Parse(ReceiptJson.Write(SampleReceipts.Partly))!.AsObject();
        receipt["new"] = 1;
        receipt.Remove("changes");
        receipt.Remove("issuesByCheck");

        var read = ReceiptJson.Read(Encoding.UTF8.GetBytes(receipt.ToJsonString()));

        Assert.Empty(read.Changes);
        Assert.Empty(read.IssuesByCheck);
    }

    [Theory, InlineData("null"), InlineData("{}"), InlineData("[]"), InlineData("{")]
    public void What_is_no_receipt_is_not_read(string json) =>
        Assert.ThrowsAny<JsonException>(() => ReceiptJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Chinese_is_written_as_it_is_and_markup_is_not()
    {
        var text = Encoding.UTF8.GetString(ReceiptJson.Write(SampleReceipts.Clean with { Document = "访视<b>.xlsx" }));

        Assert.Contains("访视\\u003Cb\\u003E.xlsx", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_finds_what_is_wrong()
    {
        var receipt = JsonNode.Parse(ReceiptJson.Write(SampleReceipts.Partly))!.AsObject();
        receipt["status"] = "Perfect";
        receipt["rows"]!["read"] = -1;
        receipt["issues"]![0]!["cell"] = "row 14";
        receipt.Remove("sha256");
        receipt["extra"] = true;

        Assert.Equal(5, SchemaCheck.Faults("receipt.schema.json", Encoding.UTF8.GetBytes(receipt.ToJsonString())).Count);
    }
}
