using SscPipeline.Domain.Submissions;

namespace SscPipeline.Cli.Output;

/// <summary>Where the sites' own pages lie, from which every receipt can be reached.</summary>
internal static class SitePageLines
{
    private const int Listed = 12;

    public static void Print(IEnumerable<Receipt> receipts, string output)
    {
        var sites = receipts.Select(receipt => receipt.Site).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var site in sites.Count <= Listed ? sites : ["*"])
        {
            Terminal.Line($"Site:     {Path.Combine(output, "receipts", site, "index.html")}");
        }
    }
}
