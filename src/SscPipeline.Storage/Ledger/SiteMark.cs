using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Ledger;

/// <summary>A site, and a mark that is another one whenever work on a submission of it has begun.</summary>
/// <remarks>It is set after the ledger row of what begins. So whoever reads the mark first and then the ledger, and finds nothing there that is not
/// settled, has read a state that holds for as long as the mark is the same.</remarks>
/// <param name="Mark">Opaque; null when the site has none yet.</param>
public sealed record SiteMark(SiteCode Site, string? Mark);
