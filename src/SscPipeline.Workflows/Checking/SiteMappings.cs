using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Checking;

/// <summary>The headings that a site uses beside those of the dictionary, kept where no release is needed to change them.</summary>
public sealed class SiteMappings
{
    private readonly Stores stores;
    private readonly DocumentChecker checker;

    internal SiteMappings(Stores stores, DocumentChecker checker) => (this.stores, this.checker) = (stores, checker);

    /// <summary>As a CSV of <c>canonical,header</c>; null when the site has none.</summary>
    public async Task<string?> ReadAsync(SiteCode site, CancellationToken cancellationToken) => await stores.Mappings.ReadAsync(site, cancellationToken);

    /// <returns>What is wrong with it, in words; then nothing is kept. Empty when it is kept, for documents received from now on.</returns>
    public async Task<ImmutableArray<string>> SaveAsync(SiteCode site, string csv, CancellationToken cancellationToken)
    {
        var (mapping, problems) = HeaderMapping.Parse(csv, checker.Dictionary);
        if (mapping is not null)
        {
            await stores.Mappings.WriteAsync(site, mapping.ToCsv(), cancellationToken);
        }

        return problems;
    }
}
