using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Spreadsheets;
using SscPipeline.Storage;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Api;

/// <summary>All checks on a file that is sent over HTTP to be looked at; nothing of it is stored.</summary>
public sealed class FileCheck
{
    private readonly CheckWorkbooks checks;
    private readonly Stores stores;
    private readonly SiteReader sites;
    private readonly FilePlaces places;

    internal FileCheck(CheckWorkbooks checks, Stores stores, SiteReader sites, FilePlaces places, SpreadsheetLimits limits) =>
        (this.checks, this.stores, this.sites, this.places, MostBytes) = (checks, stores, sites, places, limits.FileBytes);

    /// <summary>Of one file.</summary>
    public long MostBytes { get; }

    /// <summary>By itself: nothing that any site has sent or set is looked at but its language.</summary>
    public async Task<FileTaken<ApiFile>> RunAsync(FileToCheck file, Stream body, CancellationToken cancellationToken) =>
        await places.TakeAsync(body, MostBytes, content => Task.FromResult(Check(file, content, new CheckWishes(), cancellationToken)), cancellationToken);

    /// <summary>As it would be checked if the site sent it now: with the site's own headings, and together with the documents that it has in use.</summary>
    public async Task<FileTaken<ApiFile>> RunForSiteAsync(FileToCheck file, Stream body, CancellationToken cancellationToken) =>
        await places.TakeAsync(body, MostBytes, async content => Check(file, content, await AsSentAsync(file, cancellationToken), cancellationToken), cancellationToken);

    private async Task<CheckWishes> AsSentAsync(FileToCheck file, CancellationToken cancellationToken)
    {
        var current = await stores.Ledger.CurrentAsync(file.Site, cancellationToken);
        return new CheckWishes
        {
            Mapping = await stores.Mappings.ReadAsync(file.Site, cancellationToken) ?? "",
            Others = await sites.ReadAsync(file.Site, current.Where(pointer => pointer.Document != file.Document), cancellationToken),
        };
    }

    private ApiFile Check(FileToCheck file, byte[] content, CheckWishes wishes, CancellationToken cancellationToken)
    {
        var found = checks.Run(file.Site, [new LocalFile(file.Document, content)], wishes with { Language = file.Language }, cancellationToken)[0];
        return file.Form == FileForm.Html
            ? new ApiFile(ReceiptHtml.Write(found.Receipt, found.Guide), ApiFile.Html)
            : new ApiFile(ReceiptJson.Write(found.Receipt), ApiFile.Json);
    }
}

/// <param name="Document">The name under which the site would send it.</param>
/// <param name="Language">Of the receipt; null for the language of the site.</param>
/// <param name="Form">Of the receipt.</param>
public sealed record FileToCheck(SiteCode Site, string Document, Language? Language, FileForm Form);
