using System.Collections.Immutable;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting;
using SscPipeline.Reporting.Data;
using SscPipeline.Storage;
using SscPipeline.Validation;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Sites;

/// <summary>What lies in storage, as files: the current data of all sites, and the containers that people read.</summary>
public sealed class StudyFiles
{
    private readonly Stores stores;
    private readonly SiteReader sites;
    private readonly DocumentChecker checker;

    private readonly PipelineSettings settings;

    internal StudyFiles(Stores stores, SiteReader sites, DocumentChecker checker, PipelineSettings settings) =>
        (this.stores, this.sites, this.checker, this.settings) = (stores, sites, checker, settings);

    /// <summary><c>data/outcomes.csv</c>, <c>data/subjects.csv</c>, <c>data/adverse_events.csv</c>.</summary>
    public async Task<ImmutableArray<ReportFile>> CurrentDataAsync(CancellationToken cancellationToken)
    {
        var data = ImmutableArray.CreateBuilder<SiteData>();
        foreach (var site in await stores.Ledger.SitesAsync(cancellationToken))
        {
            data.Add(SiteData.Join(site, await sites.RefreshAsync(site, cancellationToken)).WithRecomputed(settings.Checking.Reference));
        }

        return CurrentData.Write(data.ToImmutable(), variable => checker.Dictionary.Find(variable)?.Unit ?? "");
    }

    /// <summary>Every blob of <c>receipts</c> and <c>reports</c>, with the container as first part of its path.</summary>
    public async IAsyncEnumerable<(string Path, byte[] Content)> PublishedAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in stores.Receipts.ListAsync(cancellationToken))
        {
            if (await stores.Receipts.OpenAsync(blob.Name, cancellationToken) is { } receipt)
            {
                yield return ($"receipts/{blob.Name}", await receipt.ReadToEndAsync(cancellationToken));
            }
        }

        await foreach (var blob in stores.Reports.ListAsync(cancellationToken))
        {
            if (await stores.Reports.OpenAsync(blob.Name, cancellationToken) is { } report)
            {
                yield return ($"reports/{blob.Name}", await report.ReadToEndAsync(cancellationToken));
            }
        }
    }
}
