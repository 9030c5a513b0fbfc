using System.IO.Compression;
using System.Text;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class SiteLanguageTests : IDisposable
{
    private const string Defective = "subject_id,study day,mrss,Albumin (g/dL)\nP-01,1,77,3.1\nP-01,183,14,3.4\n";

    private readonly MemoryStudy study = new(("Ssc:Sites:site-b:Language", "zh"));

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task Every_site_is_written_to_in_its_own_language()
    {
        var english = await study.SendAsync("site-a/visits.csv", Defective);
        var chinese = await study.SendAsync("site-b/visits.csv", Defective);

        Assert.Equal(("en", "zh"), (english.Language, chinese.Language));
        Assert.Equal(english.Issues.Select(issue => (issue.Check, issue.Cell, issue.Variable)), chinese.Issues.Select(issue => (issue.Check, issue.Cell, issue.Variable)));
        Assert.Equal("Modified Rodnan skin score is 77, but only 0 to 51 is possible.", english.Issues.Single(issue => issue.Check == "SSC-301").Message);
        Assert.Equal("改良 Rodnan 皮肤评分（mRSS）为 77，但只可能在 0 至 51 之间。", chinese.Issues.Single(issue => issue.Check == "SSC-301").Message);
        Assert.Contains("<html lang=\"zh\">", Encoding.UTF8.GetString(await ReadAsync(chinese, "receipt.html")), StringComparison.Ordinal);
        Assert.Contains("问题清单", await SheetNamesAsync(chinese), StringComparison.Ordinal);
        Assert.Contains("Issues", await SheetNamesAsync(english), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_says_how_units_were_converted()
    {
        var receipt = await study.SendAsync("site-a/visits.csv", Defective);

        var column = Assert.Single(receipt.Conversions);
        Assert.Equal(("visits", "D", "Albumin (g/dL)", "albumin_g_l"), (column.Sheet, column.Column, column.Heading, column.Variable));
        Assert.Equal(("g/dL", "g/L", "× 10", 2), (column.From, column.To, column.Formula, column.Count));
    }

    private async Task<string> SheetNamesAsync(Receipt receipt)
    {
        using var zip = new ZipArchive(new MemoryStream(await ReadAsync(receipt, receipt.Annotated!)));
        using var reader = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());
        return await reader.ReadToEndAsync();
    }

    private async Task<byte[]> ReadAsync(Receipt receipt, string name)
    {
        await using var blob = await study.Stores.Receipts.OpenAsync(SiteCode.Parse(receipt.Site), SubmissionId.Parse(receipt.SubmissionId), name, CancellationToken.None);
        using var content = new MemoryStream();
        await blob!.Content.CopyToAsync(content);
        return content.ToArray();
    }
}
