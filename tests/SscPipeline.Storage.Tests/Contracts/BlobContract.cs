using System.IO.Pipelines;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Reports;
using SscPipeline.Storage.Tests.Azurite;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Contracts;

public abstract class BlobContract(Stores stores)
{
    private readonly SiteCode site = Site();

    [Fact]
    public async Task What_a_site_drops_can_be_read_with_its_facts()
    {
        var name = $"{site}/März #1 100% (随访)/a+b & c.csv";
        await stores.Inbox.DropAsync(name, Stream("a,b"), Never);

        await using var opened = await stores.Inbox.OpenAsync(name, Never);
        var listed = await stores.Inbox.ListAsync(Never).SingleAsync(blob => blob.Name == name);

        Assert.Equal("a,b", await opened!.Content.TextAsync());
        Assert.Equal(listed, opened.Facts);
        Assert.Equal(3, listed.Length);
        Assert.Equal(opened.Facts.ETag, await stores.Inbox.CurrentETagAsync(name, Never));
        Assert.Equal(0, opened.Facts.LastModified.Millisecond);
        Assert.InRange(DateTimeOffset.UtcNow - opened.Facts.LastModified, TimeSpan.FromSeconds(-2), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_document_without_a_byte_is_a_document()
    {
        await stores.Inbox.DropAsync($"{site}/empty.csv", Stream(""), Never);

        await using var opened = await stores.Inbox.OpenAsync($"{site}/empty.csv", Never);

        Assert.Equal(0, opened!.Facts.Length);
        Assert.Equal("", await opened.Content.TextAsync());
    }

    [Fact]
    public async Task A_document_dropped_again_has_another_ETag_and_what_is_being_read_is_never_mixed()
    {
        var name = $"{site}/visits.csv";
        var (old, current) = (new string('a', 200_000), new string('b', 200_000));
        await stores.Inbox.DropAsync(name, Stream(old), Never);
        await using var opened = await stores.Inbox.OpenAsync(name, Never);
        await stores.Inbox.DropAsync(name, Stream(current), Never);

        var read = await opened!.Content.TextAsync();

        Assert.Equal(old, read);
        Assert.NotEqual(opened.Facts.ETag, await stores.Inbox.CurrentETagAsync(name, Never));
    }

    [Fact]
    public async Task What_is_gone_is_null_and_not_an_exception()
    {
        Assert.Null(await stores.Inbox.OpenAsync($"{site}/none.csv", Never));
        Assert.Null(await stores.Inbox.CurrentETagAsync($"{site}/none.csv", Never));
        Assert.Null(await stores.Evidence.OpenAsync(Sha("never kept"), Never));
        Assert.Null(await stores.Extracts.ReadAsync(site, Never));
        Assert.Null(await stores.Receipts.OpenIndexAsync(site, Never));
        Assert.Null(await stores.Reports.OpenLatestAsync("controlled", "none.csv", Never));
        Assert.Null(await stores.Reports.ReadBeginningOfLatestAsync("controlled", "none.csv", 10, Never));
    }

    [Fact]
    public async Task Evidence_is_written_once_and_never_changed()
    {
        var sha = Sha(site.Value);
        await stores.Evidence.SaveAsync(sha, Stream("first"), Never);
        await stores.Evidence.SaveAsync(sha, Stream("second"), Never);

        await using var opened = await stores.Evidence.OpenAsync(sha, Never);

        Assert.Equal("first", await opened!.Content.TextAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => stores.Evidence.SaveAsync("../x", Stream("x"), Never));
    }

    [Fact]
    public async Task Receipts_stand_under_their_site_and_submission()
    {
        Assert.False(await stores.Receipts.ExistsAsync(site, Submission(5), "receipt.json", Never));
        await stores.Receipts.WriteAsync(site, Submission(5), "receipt.json", Stream("{}"), Never);
        await stores.Receipts.WriteAsync(site, Submission(5), "receipt.json", Stream("{\"a\":1}"), Never);
        await stores.Receipts.WriteIndexAsync(site, Stream("<html>"), Never);

        var names = await stores.Receipts.ListAsync(Never).Select(blob => blob.Name).Where(name => name.StartsWith($"{site}/", StringComparison.Ordinal)).ToListAsync();
        await using var receipt = await stores.Receipts.OpenAsync(site, Submission(5), "receipt.json", Never);
        await using var index = await stores.Receipts.OpenAsync($"{site}/index.html", Never);

        Assert.True(await stores.Receipts.ExistsAsync(site, Submission(5), "receipt.json", Never));
        Assert.Equal([$"{site}/{Submission(5)}/receipt.json", $"{site}/index.html"], names);
        Assert.Equal("{\"a\":1}", await receipt!.Content.TextAsync());
        Assert.Equal("<html>", await index!.Content.TextAsync());
    }

    [Fact]
    public async Task A_report_stands_in_its_folder_until_it_is_replaced_or_removed_and_without_a_summary_there_is_none()
    {
        ReportFile[] files = [new("summary.json", "{}"u8.ToArray()), new("tables/mrss.csv", "a,b"u8.ToArray()), new("summary.html", "<html>"u8.ToArray())];

        await stores.Reports.WriteAsync("controlled", ReportFolder.Of(Day(5)), files, Never);
        await stores.Reports.WriteAsync("controlled", ReportFolder.Of(Day(6)), files, Never);
        await stores.Reports.WriteAsync("controlled", ReportFolder.Of(Day(6)), files[..1], Never);
        await stores.Reports.WriteAsync("controlled", ReportFolder.Of(Day(7)), files, Never);
        await stores.Reports.RemoveAsync("controlled", ReportFolder.Of(Day(7)), Never);

        Assert.Equal(["summary.html", "summary.json", "tables/mrss.csv"], await PathsAsync("20120305T083000Z"));
        Assert.Equal(["summary.json"], await PathsAsync("20120306T083000Z"));
        Assert.Empty(await PathsAsync("20120307T083000Z"));
        await Assert.ThrowsAsync<ArgumentException>(() => stores.Reports.WriteAsync("controlled", "x", [files[1]], Never));
        await Assert.ThrowsAsync<ArgumentException>(() => stores.Reports.WriteAsync("everyone", "x", files, Never));

        async Task<string[]> PathsAsync(string folder) =>
            [.. (await stores.Reports.ReadAsync("controlled", folder, Never)).Select(file => file.Path).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_report_that_is_still_being_made_is_none_until_all_of_it_is_stored()
    {
        var folder = ReportFolder.Of(Day(8));
        var (tables, page, summary) = (new TaskCompletionSource<IReadOnlyList<ReportFile>>(), new TaskCompletionSource<IReadOnlyList<ReportFile>>(), new Pipe());

        var writing = stores.Reports.WritePartsAsync("controlled", folder, new ReportParts([tables.Task, page.Task], summary.Reader.AsStream()), Never);
        await summary.Writer.WriteAsync("{"u8.ToArray(), Never);
        tables.SetResult([new("tables/mrss.csv", "a,b"u8.ToArray())]);
        while (!await stores.Reports.ListAsync(Never).AnyAsync(blob => blob.Name == $"controlled/{folder}/tables/mrss.csv"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), Never);
        }

        await summary.Writer.WriteAsync("}"u8.ToArray(), Never);
        await summary.Writer.CompleteAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(100), Never);
        var before = await stores.Reports.ReadAsync("controlled", folder, Never);
        page.SetResult([new("summary.html", "<p>"u8.ToArray())]);
        await writing;
        var after = await stores.Reports.ReadAsync("controlled", folder, Never);

        Assert.Empty(before);
        Assert.Equal(["summary.html", "summary.json", "tables/mrss.csv"], after.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal("{}"u8.ToArray(), after.Single(file => file.Path == "summary.json").Content.ToArray());
    }

    [Fact]
    public async Task A_report_of_many_blocks_arrives_as_it_was_written()
    {
        var folder = ReportFolder.Of(Day(9));
        var content = new byte[(3 << 20) + 17];
        new Random(1).NextBytes(content);

        await stores.Reports.WritePartsAsync("controlled", folder, new ReportParts([], new MemoryStream(content)), Never);

        Assert.Equal(content, (await stores.Reports.ReadAsync("controlled", folder, Never)).Single().Content.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_of_which_something_cannot_be_made_is_none_and_the_reason_is_told(bool isSummary)
    {
        var (folder, summary, fault) = ($"broken-{isSummary}", new Pipe(), new InvalidDataException("No ink."));
        IReadOnlyList<ReportFile> tables = [new("tables/mrss.csv", "a,b"u8.ToArray())];
        await summary.Writer.WriteAsync("{}"u8.ToArray(), Never);
        await summary.Writer.CompleteAsync(isSummary ? fault : null);

        var writing = stores.Reports.WritePartsAsync(
            "public", folder, new ReportParts([isSummary ? Task.FromResult(tables) : Task.FromException<IReadOnlyList<ReportFile>>(fault)], summary.Reader.AsStream()), Never);

        Assert.Equal("No ink.", (await Assert.ThrowsAsync<InvalidDataException>(() => writing)).Message);
        Assert.Empty(await stores.Reports.ReadAsync("public", folder, Never));
    }

    [Fact]
    public async Task A_table_that_stays_as_it_is_need_not_be_copied_and_one_of_the_same_length_is()
    {
        var (before, after) = (ReportFolder.Of(Day(10)), ReportFolder.Of(Day(11)));
        ReportFile same = new("tables/same.csv", "a,b"u8.ToArray());
        await stores.Reports.WriteAsync("public", before, [new("summary.json", "{\"n\":1}"u8.ToArray()), same, new("tables/other.csv", "1,2"u8.ToArray())], Never);
        await stores.Reports.WriteAsync("public", after, [new("summary.json", "{\"n\":2}"u8.ToArray()), same, new("tables/other.csv", "1,3"u8.ToArray())], Never);

        await stores.Reports.SwitchLatestAsync("public", before, Never);
        await stores.Reports.SwitchLatestAsync("public", after, Never);
        var latest = await stores.Reports.ReadAsync("public", ReportFolder.Latest, Never);

        Assert.Equal(
            ["summary.json {\"n\":2}", "tables/other.csv 1,3", "tables/same.csv a,b"],
            latest.Select(file => $"{file.Path} {System.Text.Encoding.UTF8.GetString(file.Content.Span)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_table_that_the_new_report_does_not_have_vanishes_from_latest()
    {
        var (before, after, broken) = (ReportFolder.Of(Day(5)), ReportFolder.Of(Day(6)), ReportFolder.Of(Day(7)));
        await stores.Reports.WriteAsync("public", before, [new("summary.json", "{}"u8.ToArray()), new("tables/old.csv", "a,b"u8.ToArray())], Never);
        await stores.Reports.WriteAsync("public", after, [new("summary.json", "{\"n\":2}"u8.ToArray()), new("tables/new.csv", "a,b"u8.ToArray()), new("tables/none.csv", default)], Never);

        Assert.True(await stores.Reports.SwitchLatestAsync("public", before, Never));
        Assert.True(await stores.Reports.SwitchLatestAsync("public", after, Never));
        Assert.False(await stores.Reports.SwitchLatestAsync("public", broken, Never));

        var latest = await stores.Reports.ReadAsync("public", ReportFolder.Latest, Never);
        await using var summary = await stores.Reports.OpenLatestAsync("public", "summary.json", Never);
        var beginning = await stores.Reports.ReadBeginningOfLatestAsync("public", "summary.json", 4, Never);
        var all = await stores.Reports.ReadBeginningOfLatestAsync("public", "summary.json", 1_000, Never);
        var none = await stores.Reports.ReadBeginningOfLatestAsync("public", "tables/none.csv", 4, Never);

        Assert.Equal("{\"n\"", beginning!.ToString());
        Assert.Equal("{\"n\":2}", all!.ToString());
        Assert.Equal("", none!.ToString());
        Assert.Equal(["summary.json", "tables/new.csv", "tables/none.csv"], latest.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal("{\"n\":2}", await summary!.Content.TextAsync());
    }

    [Fact]
    public async Task An_extract_is_bytes_and_is_replaced()
    {
        await stores.Extracts.WriteAsync(site, new byte[] { 1, 2, 3 }, Never);
        await stores.Extracts.WriteAsync(site, new byte[] { 0, 255 }, Never);

        Assert.Equal([0, 255], (await stores.Extracts.ReadAsync(site, Never))!);
    }

    [Fact]
    public async Task Kept_figures_are_told_apart_by_the_ETag_of_a_part_wherever_it_is_asked()
    {
        var first = await stores.Extracts.WriteFiguresAsync("2-0", new byte[] { 1 }, Never);
        var other = await stores.Extracts.WriteFiguresAsync("2-1", new byte[] { 1 }, Never);
        var second = await stores.Extracts.WriteFiguresAsync("2-0", new byte[] { 2 }, Never);
        var read = await stores.Extracts.ReadFiguresAsync("2-0", Never);

        Assert.NotEqual(first, second);
        Assert.Equal((second, "02"), (read!.ETag, Convert.ToHexString(read.Content)));
        Assert.Equal([("2-0", second), ("2-1", other)], (await stores.Extracts.ListFiguresAsync(Never)).OrderBy(part => part.Key).Select(part => (part.Key, part.Value)));
        Assert.Null(await stores.Extracts.ReadFiguresAsync("2-2", Never));
    }

    [Collection(AzuriteCollection.Name)]
    public sealed class OnAzure(StorageFixture azurite) : BlobContract(azurite.Stores);

    public sealed class InMemory() : BlobContract(Stores.InMemory(TimeProvider.System));
}
