using System.IO.Compression;
using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Workflows.Tests.Checking;

public sealed class AnnotatedCopyTests : IDisposable
{
    private const string Defective = "subject_id,study day,mrss,fvc % pred\nP-01,1,77,90\nP-01,183,14,92\n";
    private static readonly SiteCode s_site = SiteCode.Parse("site-a");

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task A_site_gets_its_workbook_back_with_the_receipt_naming_it()
    {
        var receipt = await study.SendAsync("site-a/visits.csv", Defective);

        Assert.Equal("annotated.xlsx", receipt.Annotated);
        Assert.Contains("[ssc] Error", await PartAsync(receipt, "xl/sscComments.xml"), StringComparison.Ordinal);
        Assert.Contains("href=\"annotated.xlsx\"", await HtmlAsync(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subject_id,patient name,study day,mrss\nP-01,Anna Meier,1,20\n")]
    [InlineData("not a table")]
    [InlineData("")]
    public async Task A_file_that_names_persons_or_cannot_be_used_is_not_spread(string content)
    {
        var receipt = await study.SendAsync("site-a/visits.csv", content);

        Assert.Equal(SubmissionStatus.Rejected, receipt.Status);
        if (receipt.Annotated is null)
        {
            Assert.False(await study.Stores.Receipts.ExistsAsync(s_site, SubmissionId.Parse(receipt.SubmissionId), "annotated.xlsx", CancellationToken.None));
            Assert.DoesNotContain("annotated.xlsx", await HtmlAsync(receipt), StringComparison.Ordinal);
        }

        Assert.Equal(content == "not a table", receipt.Annotated is not null);
    }

    [Fact]
    public void A_copy_that_is_mended_where_it_says_so_is_accepted()
    {
        var first = Check("visits.csv", Encoding.UTF8.GetBytes(Defective));
        var issue = Assert.Single(first.Receipt.Issues, issue => issue.Severity > Domain.Checking.Severity.Warning);
        Assert.Equal("C2", issue.Cell);

        var again = Check("visits.csv", first.Copy!);
        var mended = Check("visits.csv", Replace(first.Copy!, ">77<", ">17<"));

        Assert.Equal(first.Receipt.Issues.Select(one => one.Cell), again.Receipt.Issues.Where(one => one.Check != "SSC-011").Select(one => one.Cell));
        Assert.DoesNotContain(mended.Receipt.Issues, one => one.Severity > Domain.Checking.Severity.Warning);
        Assert.Equal(new RowCounts(2, 2, 0), mended.Receipt.Rows);
        Assert.Equal(0, mended.Receipt.Values.Withheld);
    }

    private (Receipt Receipt, byte[]? Copy) Check(string name, byte[] content)
    {
        byte[]? copy = null;
        var receipt = study.Get<CheckWorkbooks>().Run(
            s_site, [new LocalFile(name, content)], new CheckWishes { Annotated = (_, annotated) => copy = annotated.Content.ToArray() }, CancellationToken.None).Single().Receipt;
        return (receipt, copy);
    }

    private async Task<string> HtmlAsync(Receipt receipt) => Encoding.UTF8.GetString(await ReadAsync(receipt, "receipt.html"));

    private async Task<string> PartAsync(Receipt receipt, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(await ReadAsync(receipt, receipt.Annotated!)));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return await reader.ReadToEndAsync();
    }

    private async Task<byte[]> ReadAsync(Receipt receipt, string name)
    {
        await using var blob = await study.Stores.Receipts.OpenAsync(s_site, SubmissionId.Parse(receipt.SubmissionId), name, CancellationToken.None);
        using var content = new MemoryStream();
        await blob!.Content.CopyToAsync(content);
        return content.ToArray();
    }

    private static byte[] Replace(byte[] package, string old, string now)
    {
        using var bytes = new MemoryStream();
        bytes.Write(package);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
            {
                using var part = entry.Open();
                var text = new StreamReader(part).ReadToEnd().Replace(old, now, StringComparison.Ordinal);
                part.SetLength(0);
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
