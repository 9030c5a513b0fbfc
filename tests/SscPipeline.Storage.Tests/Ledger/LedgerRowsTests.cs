using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Ledger;

public sealed class LedgerRowsTests
{
    private static readonly TimeSpan Wuhan = TimeSpan.FromHours(8);

    private static readonly LedgerEntry Full = new()
    {
        Site = SiteCode.Parse("site-a"),
        SubmissionId = Submission(5),
        Document = "a.csv",
        Sha256 = Sha("a"),
        UploadETag = "\"upload\"",
        Status = SubmissionStatus.PartiallyAccepted,
        RowsRead = 5,
        RowsAccepted = 3,
        RowsWithheld = 2,
        Issues = ImmutableSortedDictionary<string, int>.Empty.Add("SSC-021", 4),
        Examined = ImmutableSortedDictionary<string, int>.Empty.Add("SSC-021", 9),
        Attempt = 2,
        ReceivedAt = Day(5).ToOffset(Wuhan),
        CompletedAt = Day(6).ToOffset(Wuhan),
        DictionaryVersion = "2026.1",
        Replaces = Submission(4).Value,
        IsSuperseded = true,
        ReplayOf = Submission(3).Value,
        TakesPlaceOf = Submission(2).Value,
        Claim = "0123456789abcdef",
    };

    public static TheoryData<string> OfAnEntry() => new(nameof(LedgerEntry.Document), nameof(LedgerEntry.Sha256), nameof(LedgerEntry.Status), nameof(LedgerEntry.ReceivedAt));

    [Fact]
    public void Everything_that_an_entry_says_comes_back_in_universal_time()
    {
        var row = LedgerRows.Of(Full);

        Assert.True(LedgerRows.Entry(row).SaysTheSameAs(Full));
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (row.GetDateTimeOffset("ReceivedAt")!.Value.Offset, row.GetDateTimeOffset("CompletedAt")!.Value.Offset));
    }

    [Fact]
    public void A_row_of_an_earlier_version_lacks_what_was_not_known_then()
    {
        var row = new TableEntity("site-a", "s~" + Submission(5).Value)
        {
            ["Document"] = "a.csv",
            ["Sha256"] = Full.Sha256,
            ["Status"] = "Processing",
            ["ReceivedAt"] = Day(5),
        };

        var expected = new LedgerEntry { Site = Full.Site, SubmissionId = Full.SubmissionId, Document = "a.csv", Sha256 = Full.Sha256, ReceivedAt = Day(5) };
        Assert.True(LedgerRows.Entry(row).SaysTheSameAs(expected));
    }

    [Theory, MemberData(nameof(OfAnEntry))]
    public void An_entry_without_what_every_entry_has_is_called_damaged(string property)
    {
        var row = LedgerRows.Of(Full);
        row.Remove(property);

        var damage = Assert.Throws<InvalidDataException>(() => LedgerRows.Entry(row));

        Assert.Contains(Submission(5).Value, damage.Message, StringComparison.Ordinal);
        Assert.Contains("site-a", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_under_another_kind_of_key_is_no_entry()
    {
        var row = new TableEntity(LedgerRows.Of(Full)) { RowKey = "x" };

        Assert.Throws<InvalidDataException>(() => LedgerRows.Entry(row));
    }

    [Theory]
    [InlineData("Document")]
    [InlineData("CurrentSubmissionId")]
    public void A_pointer_without_document_or_submission_is_called_damaged(string property)
    {
        var row = Pointer();
        row.Remove(property);

        Assert.Throws<InvalidDataException>(() => LedgerRows.Pointer(row));
    }

    [Theory]
    [InlineData("CurrentSubmissionId")]
    [InlineData("NewestSubmissionId")]
    public void A_pointer_to_what_is_no_submission_is_called_damaged(string property)
    {
        var row = Pointer();
        row[property] = "x";

        Assert.Throws<InvalidDataException>(() => LedgerRows.Pointer(row));
    }

    [Fact]
    public void A_pointer_of_an_earlier_version_has_only_seen_what_it_names()
    {
        var row = Pointer();
        row.Remove("NewestSubmissionId");

        Assert.Equal((Submission(5), Submission(5)), (LedgerRows.Pointer(row).SubmissionId, LedgerRows.Pointer(row).Newest));
        Assert.Equal(Submission(6), LedgerRows.Pointer(Pointer()).Newest);
    }

    [Fact]
    public void A_pointer_is_added_where_there_was_none_and_else_moved_from_what_was_read()
    {
        var added = LedgerRows.Move(Full.Site, new PointerMove("a.csv", Submission(5), null));
        var moved = LedgerRows.Move(Full.Site, new PointerMove("a.csv", Submission(5), "W/\"7\""));

        Assert.Equal(TableTransactionActionType.Add, added.ActionType);
        Assert.Equal((TableTransactionActionType.UpdateReplace, new ETag("W/\"7\"")), (moved.ActionType, moved.ETag));
    }

    [Theory]
    [InlineData("SubmissionId")]
    [InlineData("Document")]
    [InlineData("ReceivedAt")]
    public void Known_bytes_without_their_first_submission_are_called_damaged(string property)
    {
        var row = (TableEntity)LedgerRows.Remember(Full).Entity;
        Assert.Equal(new AcceptedBytes(Submission(5), "a.csv", Day(5)), LedgerRows.Bytes(row));
        Assert.Equal(TimeSpan.Zero, row.GetDateTimeOffset("ReceivedAt")!.Value.Offset);
        row.Remove(property);

        Assert.Throws<InvalidDataException>(() => LedgerRows.Bytes(row));
    }

    [Theory]
    [InlineData("Target")]
    [InlineData("Deed")]
    [InlineData("At")]
    public void A_deed_without_what_was_done_to_what_and_when_is_called_damaged(string property)
    {
        var row = OperatorActionRows.Of(new OperatorAction(Full.Site, "message/1", OperatorDeed.Requeued, "dm", Day(5).ToOffset(Wuhan), "result"));
        Assert.Equal(new OperatorAction(Full.Site, "message/1", OperatorDeed.Requeued, "dm", Day(5), "result"), OperatorActionRows.Action(row));
        row.Remove("By");
        Assert.Equal("", OperatorActionRows.Action(row).By);
        row.Remove(property);

        Assert.Throws<InvalidDataException>(() => OperatorActionRows.Action(row));
    }

    [Fact]
    public void Entries_say_the_same_whatever_version_they_were_read_at_and_else_only_if_all_of_them_agrees()
    {
        var other = ImmutableSortedDictionary<string, int>.Empty.Add("SSC-021", 1);

        Assert.True(Full.SaysTheSameAs(Full with { ETag = "W/\"7\"", Issues = other.SetItem("SSC-021", 4), Examined = other.SetItem("SSC-021", 9) }));
        Assert.True((Full with { ETag = "W/\"7\"" }).SaysTheSameAs(Full));
        Assert.False(Full.SaysTheSameAs(Full with { Issues = other }));
        Assert.False(Full.SaysTheSameAs(Full with { Examined = other }));
        Assert.False(Full.SaysTheSameAs(Full with { Claim = "another" }));
    }

    private static TableEntity Pointer() =>
        (TableEntity)LedgerRows.Move(Full.Site, new PointerMove("a.csv", Submission(5), null) { Newest = Submission(6) }).Entity;
}
