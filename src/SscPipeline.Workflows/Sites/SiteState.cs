using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Sites;

/// <summary>A site as it was read at one moment: its current documents and its whole ledger.</summary>
internal sealed record SiteState(SiteCode Code, ImmutableArray<SiteDocument> Documents, ImmutableArray<LedgerEntry> Entries);
