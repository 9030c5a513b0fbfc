using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Sites;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Sites;

/// <summary>Writes a site's own page from what ledger, receipts and evidence say. Safe to repeat, and no loss: the next one is whole again.</summary>
internal sealed class SitePages(
    Stores stores, SiteReader sites, SiteReview review, DocumentVerdicts verdicts, PipelineSettings settings, TimeProvider time)
{
    private const int Rounds = 5;
    private const int SitesAtOnce = 8;

    /// <summary>After something happened at the site.</summary>
    /// <remarks>Whoever commits writes the page afterwards, and looks whether the ledger has moved on meanwhile: the page that is written last
    /// is then one of the ledger as it stands, on however many hosts.</remarks>
    public Task WriteAsync(SiteCode site, CancellationToken cancellationToken) => WriteAsync(site, saved: null, cancellationToken);

    /// <param name="saved">Rows that whoever commits has just saved and that need not be read again; null for none.</param>
    public async Task WriteAsync(SiteCode site, SavedRows? saved, CancellationToken cancellationToken)
    {
        var (ledger, pointers) = await ReadAsync(site, cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            await WriteAsync(site, ledger, pointers, saved, cancellationToken);
            var shown = ledger.Words;
            (ledger, pointers) = await ReadAsync(site, cancellationToken);
            if (ledger.Words == shown)
            {
                return;
            }
        }
    }

    /// <summary>As time goes by: writes the pages on which ledger, checks or what is due are not those that they show.</summary>
    public async Task RefreshAsync(IReadOnlyList<SiteState> sites, CancellationToken cancellationToken) => await Parallel.ForEachAsync(
        sites, new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancellationToken }, async (site, token) => await RefreshAsync(site, token));

    /// <summary>The same for a site that publishing knows from its record, mostly without looking at its page.</summary>
    /// <returns>The record, with what the page shows now.</returns>
    public async Task<SiteRecord> RefreshAsync(SiteRecord site, CancellationToken cancellationToken)
    {
        var today = Today;
        if (site.Page?.Day == today)
        {
            return site;
        }

        var state = State(site.Site, site.Ledger, DueList.Of(site.Figures, today));
        if (site.Page?.State != state && await ShownAsync(site.Site, cancellationToken) != state)
        {
            await WriteAsync(site.Site, cancellationToken);
        }

        return site with { Page = new ShownPage(state, today) };
    }

    private async Task RefreshAsync(SiteState site, CancellationToken cancellationToken)
    {
        var ledger = new Ledger(site.Entries, [.. site.Documents.Select(document => (document.Document, document.Submission))]);
        if (await ShownAsync(site.Code, cancellationToken) != State(site.Code, ledger.Words, Due(site.Code, site.Documents)))
        {
            await WriteAsync(site.Code, ledger, site.Documents, SiteData.Join(site.Code, site.Documents), cancellationToken);
        }
    }

    private async Task<(Ledger Ledger, ImmutableArray<DocumentPointer> Pointers)> ReadAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var pointers = await stores.Ledger.CurrentAsync(site, cancellationToken);
        return (new Ledger(await stores.Ledger.ListAsync(site, cancellationToken), [.. pointers.Select(pointer => (pointer.Document, pointer.SubmissionId))]), pointers);
    }

    private async Task WriteAsync(SiteCode site, Ledger ledger, ImmutableArray<DocumentPointer> pointers, SavedRows? saved, CancellationToken cancellationToken)
    {
        if (SiteReview.IsBounded(pointers.Select(pointer => pointer.SubmissionId), ledger.Entries))
        {
            // What was read for the page is kept: whoever reads the site next, the report above all, need not read its rows again.
            var (documents, keeping) = await sites.StartRefreshAsync(site, pointers, cancellationToken);
            await Task.WhenAll(keeping, WriteAsync(site, ledger, documents, SiteData.Join(site, documents), cancellationToken));
            return;
        }

        var names = pointers.OrderBy(pointer => pointer.Document, StringComparer.Ordinal).Select(pointer => new SiteDocument(pointer.Document, pointer.SubmissionId, []));
        await WriteAsync(site, ledger, [.. names], await sites.OutlineAsync(site, pointers, saved, cancellationToken), cancellationToken);
    }

    private async Task WriteAsync(SiteCode site, Ledger ledger, ImmutableArray<SiteDocument> documents, SiteData data, CancellationToken cancellationToken)
    {
        var due = DueList.Of(data, Today);
        var page = new SitePage(
            site.Value,
            time.GetUtcNow(),
            verdicts.DictionaryVersion,
            SubmissionList.Of(ledger.Entries, documents, await AnnotatedAsync(site, cancellationToken)),
            await review.RunAsync(site, documents, ledger.Entries, cancellationToken),
            data,
            due);
        var html = SitePageHtml.Write(page, verdicts.Guide(settings.LanguageOf(site)), State(site, ledger.Words, due));
        await stores.Receipts.WriteIndexAsync(site, new MemoryStream(html, writable: false), cancellationToken);
    }

    private async Task<ImmutableDictionary<string, string>> AnnotatedAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        await foreach (var blob in stores.Receipts.ListAsync(site, cancellationToken))
        {
            if (blob.Name.Split('/') is [_, var submission, var name] && name.StartsWith("annotated.", StringComparison.Ordinal))
            {
                names[submission] = name;
            }
        }

        return names.ToImmutable();
    }

    private async Task<string> ShownAsync(SiteCode site, CancellationToken cancellationToken) =>
        await stores.Receipts.OpenIndexAsync(site, cancellationToken) is { } page ? SitePageHtml.StateOf(await page.ReadToEndAsync(cancellationToken)) : "";

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private DueList Due(SiteCode site, ImmutableArray<SiteDocument> documents) =>
        DueList.Of(SiteData.Join(site, documents), Today);

    private string State(SiteCode site, string ledger, DueList due)
    {
        var text = new StringBuilder(ledger).Append(verdicts.DictionaryVersion).Append(settings.LanguageOf(site));
        foreach (var subject in due.Waiting)
        {
            text.Append('\n').Append(subject);
        }

        foreach (var visit in due.Visits)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{visit.Subject} {visit.Month} {string.Join(',', visit.Variables)}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private sealed record Ledger(ImmutableArray<LedgerEntry> Entries, ImmutableArray<(string Document, SubmissionId Submission)> Current)
    {
        public string Words { get; } = LedgerWords.Of(Entries, Current);
    }
}
