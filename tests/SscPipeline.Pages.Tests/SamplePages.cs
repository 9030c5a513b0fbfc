using System.Text;
using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Api;
using SscPipeline.Workflows.Exporting;
using SscPipeline.Workflows.Guides;
using SscPipeline.Workflows.Sites;
using SscPipeline.Workflows.Tests;

namespace SscPipeline.Pages.Tests;

/// <summary>Every kind of page that the pipeline writes, made by the pipeline itself from what a site may send.</summary>
internal static class SamplePages
{
    /// <summary>What a site must not be able to do to a reader: load, run, or turn the text around.</summary>
    public const string Canary = "<img src=x onerror=bad=1>";

    private const string Turning = "\u202E";
    private const string Subjects = "subject_id,sex,age,height (cm),first dose date\nP-01,F,41,160,2025-06-03\nP-02,M,50,171,2025-06-10\n";
    private const string Visits = "subject_id,visit date,study day,mrss,fvc % pred,albumin (g/L)\nP-01,2025-06-01,1,20,90,36\nP-01,2025-08-30,91,18,91,\nP-02,2025-06-10,1,17,80,38\n";

    private static readonly Lazy<Task<Dictionary<string, byte[]>>> Made = new(MakeAsync);

    public static TheoryData<string> Names =>
    [
        "receipt, accepted", "receipt, questions", "receipt, in part", "receipt, rejected", "receipt, duplicate", "receipt, hostile",
        "site", "site in Chinese", "site, hostile", "site, unassigned", "summary",
        "summary, public", "dictionary", "dictionary in Chinese", "export, definition", "upload", "upload in Chinese",
    ];

    public static async Task<byte[]> OfAsync(string name) => (await Made.Value)[name];

    private static async Task<Dictionary<string, byte[]>> MakeAsync()
    {
        var pages = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var study = new MemoryStudy();
        var questions = await study.SendAsync("site-a/visits.csv", Visits);
        await study.SendAsync("site-a/labs.csv", "subject_id,study day,albumin (g/L)\nP-02,1,40\nP-02,91,\n");
        var accepted = await study.SendAsync("site-a/subjects.csv", Subjects);
        var duplicate = await study.SendAsync("site-a/copy of visits.csv", Visits);
        var part = await study.SendAsync("site-a/visits.csv", Visits.Replace(",17,", ",77,", StringComparison.Ordinal).Replace(",90,", ",abc,", StringComparison.Ordinal));
        var rejected = await study.SendAsync("site-a/more.csv", "%PDF-1.7 not a workbook");
        await study.SendAsync("nowhere.csv", Visits);
        pages["receipt, accepted"] = await ReceiptAsync(study, accepted);
        pages["receipt, questions"] = await ReceiptAsync(study, questions);
        pages["receipt, in part"] = await ReceiptAsync(study, part);
        pages["receipt, rejected"] = await ReceiptAsync(study, rejected);
        pages["receipt, duplicate"] = await ReceiptAsync(study, duplicate);
        pages["site"] = await SiteAsync(study, SiteCode.Parse("site-a"));
        pages["site, unassigned"] = await SiteAsync(study, SiteCode.Unassigned);
        pages["site in Chinese"] = await ChineseAsync();
        await HostileAsync(pages);
        await ExampleAsync(pages);
        pages["dictionary"] = study.Get<DictionaryPages>().Write(DictionaryFormat.Html, Language.English);
        pages["dictionary in Chinese"] = study.Get<DictionaryPages>().Write(DictionaryFormat.Html, Language.Chinese);
        pages["upload"] = ApiPages.Upload(Language.English).Content.ToArray();
        pages["upload in Chinese"] = ApiPages.Upload(Language.Chinese).Content.ToArray();
        return pages;
    }

    private static async Task HostileAsync(Dictionary<string, byte[]> pages)
    {
        using var study = new MemoryStudy();
        var receipt = await study.SendAsync($"site-a/{Canary}{Turning}.xlsx", Books.Of(
            (Canary, $"subject_id|study day|mrss|{Canary} {Turning}ssrm\n{Canary}|1|{Canary}\nP-01|91|{Turning}{Canary}\nP-02|91|\u0007{Canary}")));
        pages["receipt, hostile"] = await ReceiptAsync(study, receipt);
        pages["site, hostile"] = await SiteAsync(study, SiteCode.Parse("site-a"));
    }

    private static async Task<byte[]> ChineseAsync()
    {
        using var study = new MemoryStudy(("Ssc:Sites:site-a:Language", "zh"));
        await study.SendAsync("site-a/visits.csv", Visits);
        await study.SendAsync("site-a/subjects.csv", Subjects);
        return await SiteAsync(study, SiteCode.Parse("site-a"));
    }

    private static async Task ExampleAsync(Dictionary<string, byte[]> pages)
    {
        using var study = new MemoryStudy();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Example"), "*.csv"))
        {
            await study.SendAsync($"site-a/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file, Encoding.UTF8));
        }

        await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);
        pages["summary"] = await study.ReportAsync("controlled/latest/summary.html");
        pages["summary, public"] = await study.ReportAsync("public/latest/summary.html");
        var export = await study.Get<ExportDesk>().MakeAsync(asOf: null, site: null, CancellationToken.None);
        pages["export, definition"] = export!.Files.Single(file => file.Path == "define.html").Content.ToArray();
    }

    private static async Task<byte[]> ReceiptAsync(MemoryStudy study, Receipt receipt)
    {
        var page = await study.Stores.Receipts.OpenAsync(SiteCode.Parse(receipt.Site), SubmissionId.Parse(receipt.SubmissionId), "receipt.html", CancellationToken.None);
        return await page!.ReadToEndAsync(CancellationToken.None);
    }

    private static async Task<byte[]> SiteAsync(MemoryStudy study, SiteCode site) =>
        await (await study.Stores.Receipts.OpenIndexAsync(site, CancellationToken.None))!.ReadToEndAsync(CancellationToken.None);
}
