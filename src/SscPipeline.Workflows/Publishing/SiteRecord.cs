using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Workflows.Publishing;

/// <summary>All that publishing needs of a site: small enough to be kept, so that a site that sent nothing is not read again.</summary>
/// <param name="Sources">Which submission of which document, in a fixed order.</param>
/// <param name="Ledger">A word for what the ledger says of the site: another one when it says something else.</param>
internal sealed record SiteRecord(SiteCode Site, ImmutableArray<string> Sources, SiteActivity Activity, string Ledger, SiteFigures Figures)
{
    /// <summary>The site's mark before anything of it was read. Null when something was not settled then: such a record holds for one report only.</summary>
    public string? Mark { get; init; }

    /// <summary>What the site's own page was known to show; null when nobody looked.</summary>
    public ShownPage? Page { get; init; }
}

/// <param name="State">See <see cref="Sites.SitePages"/>.</param>
/// <param name="Day">On which the page was right: what is due changes with the date.</param>
internal sealed record ShownPage(string State, DateOnly Day);
