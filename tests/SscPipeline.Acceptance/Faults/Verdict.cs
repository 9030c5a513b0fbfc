using System.Globalization;
using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;

namespace SscPipeline.Acceptance.Faults;

/// <summary>What is wrong after all has settled; each list is empty when nothing is.</summary>
/// <param name="Lost">Submissions without a final ledger row, a receipt, or a line on their site's page.</param>
/// <param name="Doubled">Submissions with more than one ledger row or receipt.</param>
/// <param name="Mixed">Submissions whose rows are not just those of their version.</param>
internal sealed record Verdict(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Mixed)
{
    public bool IsFine => Lost.Count + Doubled.Count + Mixed.Count == 0;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"lost {Lost.Count}, doubled {Doubled.Count}, mixed {Mixed.Count}: {string.Join("; ", Lost.Concat(Doubled).Concat(Mixed))}");

    public static async Task<Verdict> OfAsync(StudyStorage storage, Plan plan, CancellationToken cancellationToken)
    {
        var (lost, doubled, mixed) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var site in plan.Sites)
        {
            var entries = await storage.Stores.Ledger.ListAsync(site, cancellationToken);
            var receipts = await ReceiptsAsync(storage, site, cancellationToken);
            var page = await storage.Stores.Receipts.OpenIndexAsync(site, cancellationToken) is { } index
                ? Encoding.UTF8.GetString(await StudyStorage.ReadAsync(index))
                : "";
            foreach (var version in plan.Versions.Where(version => version.Site == site))
            {
                var name = $"{version.BlobName} {version.Number}";
                var rows = entries.Where(entry => entry.Sha256 == version.Sha256).ToList();
                var found = receipts.Where(receipt => receipt.Sha256 == version.Sha256).ToList();
                if (rows is not [var entry] || found is not [var receipt])
                {
                    (rows.Count == 0 || found.Count == 0 ? lost : doubled).Add($"{name} has {rows.Count} ledger rows and {found.Count} receipts");
                    continue;
                }

                if (entry.Status != SubmissionStatus.AcceptedWithWarnings || receipt.Status != entry.Status || receipt.SubmissionId != entry.SubmissionId.Value)
                {
                    lost.Add($"{name} is {entry.Status}, its receipt says {receipt.Status}");
                }
                else if (!version.IsAllOf(await storage.Stores.Outcomes.ReadAsync(site, entry.SubmissionId, cancellationToken)))
                {
                    mixed.Add($"{name} has other rows");
                }

                if (!page.Contains(entry.SubmissionId.Value, StringComparison.Ordinal))
                {
                    lost.Add($"{name} is missing on the site's page");
                }
            }

            doubled.AddRange(entries.Where(entry => plan.Versions.All(version => version.Sha256 != entry.Sha256)).Select(entry => $"{entry.SubmissionId} was never sent"));
        }

        return new Verdict(lost, doubled, mixed);
    }

    private static async Task<List<Receipt>> ReceiptsAsync(StudyStorage storage, SiteCode site, CancellationToken cancellationToken)
    {
        var receipts = new List<Receipt>();
        await foreach (var blob in storage.Stores.Receipts.ListAsync(site, cancellationToken))
        {
            if (blob.Name.EndsWith("/receipt.json", StringComparison.Ordinal) && await storage.Stores.Receipts.OpenAsync(blob.Name, cancellationToken) is { } opened)
            {
                receipts.Add(ReceiptJson.Read(await StudyStorage.ReadAsync(opened)));
            }
        }

        return receipts;
    }
}
