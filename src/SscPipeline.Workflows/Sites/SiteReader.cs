using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Figures;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Outcomes;

namespace SscPipeline.Workflows.Sites;

/// <summary>Reads what is current at a site: what the documents' pointers name, and nothing else.</summary>
/// <remarks>Rows once written never change, so a row set that an extract already holds is taken from there.</remarks>
internal sealed class SiteReader(Stores stores)
{
    /// <summary>Bytes of an extract that is not read for the sake of a few subjects: written out, it is many times as large.</summary>
    private const int LargeExtract = 2 << 20;

    private const int SubjectsAtOnce = 100;

    /// <summary>The current documents by name, at least as far as documents of these subjects are checked with them: facts of all subjects, and of other
    /// rows those of these.</summary>
    public async Task<ImmutableArray<SiteDocument>> ReadAsync(
        SiteCode site, IEnumerable<DocumentPointer> pointers, IReadOnlySet<string> subjects, CancellationToken cancellationToken)
    {
        ImmutableArray<DocumentPointer> current = [.. pointers];
        var known = await ExtractAsync(site, current, LargeExtract, cancellationToken);
        return await ReadAsync(site, current, known, row => row.Kind == RecordKind.Subject || subjects.Contains(row.Subject), cancellationToken);
    }

    /// <summary>The current documents by name.</summary>
    public async Task<ImmutableArray<SiteDocument>> ReadAsync(
        SiteCode site, IEnumerable<DocumentPointer> pointers, CancellationToken cancellationToken)
    {
        ImmutableArray<DocumentPointer> current = [.. pointers];
        return await ReadAsync(site, current, await ExtractAsync(site, current, int.MaxValue, cancellationToken), _ => true, cancellationToken);
    }

    /// <summary>The current documents read together, without what they say: subjects, days and which values there are. Only some subjects at a time
    /// are in memory.</summary>
    /// <param name="saved">Rows of a document that need not be read again; null for none.</param>
    public async Task<SiteData> OutlineAsync(
        SiteCode site, ImmutableArray<DocumentPointer> pointers, SavedRows? saved, CancellationToken cancellationToken)
    {
        var outline = new SiteOutline(site);
        await foreach (var part in PartsAsync(site, pointers, saved, cancellationToken))
        {
            outline.Add(part);
        }

        return outline.Finish();
    }

    /// <summary>The same for a report: its figures of a site, from the tables alone. No extract is left.</summary>
    public async Task<SiteFigures> FiguresAsync(
        SiteCode site, ImmutableArray<DocumentPointer> pointers, ReferenceChoice choice, CancellationToken cancellationToken)
    {
        var parts = new List<SiteFigures>();
        await foreach (var part in PartsAsync(site, pointers, saved: null, cancellationToken))
        {
            parts.Add(SiteFigures.Of(part, choice));
        }

        return FigureParts.Together(site.Value, parts);
    }

    /// <summary>The current documents joined, some subjects at a time, each subject in one part.</summary>
    private async IAsyncEnumerable<SiteData> PartsAsync(
        SiteCode site, ImmutableArray<DocumentPointer> pointers, SavedRows? saved, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = stores.Outcomes.SubjectsAsync(site, [.. pointers.Select(pointer => pointer.SubmissionId)], saved, cancellationToken);
        await foreach (var subjects in rows.Chunk(SubjectsAtOnce).WithCancellation(cancellationToken))
        {
            var ofDocument = subjects.SelectMany(subject => subject).ToLookup(row => row.Submission, row => row.Row);
            yield return SiteData.Join(site, pointers.Select(pointer => new SiteDocument(pointer.Document, pointer.SubmissionId, [.. ofDocument[pointer.SubmissionId]])));
        }
    }

    /// <summary>Reads the site and leaves the result as its extract, unless the extract already is just that.</summary>
    public async Task<ImmutableArray<SiteDocument>> RefreshAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var (documents, keeping) = await StartRefreshAsync(site, cancellationToken);
        await keeping;
        return documents;
    }

    /// <summary>The same for those who have something to do while the extract is written.</summary>
    /// <returns>What was read, and the writing, to be waited for.</returns>
    public async Task<(ImmutableArray<SiteDocument> Documents, Task Keeping)> StartRefreshAsync(SiteCode site, CancellationToken cancellationToken) =>
        await StartRefreshAsync(site, await stores.Ledger.CurrentAsync(site, cancellationToken), cancellationToken);

    /// <param name="pointers">To the current documents.</param>
    public async Task<(ImmutableArray<SiteDocument> Documents, Task Keeping)> StartRefreshAsync(
        SiteCode site, ImmutableArray<DocumentPointer> pointers, CancellationToken cancellationToken)
    {
        var known = await ExtractAsync(site, pointers, int.MaxValue, cancellationToken);
        var documents = await ReadAsync(site, pointers, known, _ => true, cancellationToken);
        var isKept = known.Keys.ToHashSet().SetEquals(documents.Select(document => document.Submission));
        return (documents, isKept ? Task.CompletedTask : Task.Run(() => stores.Extracts.WriteAsync(site, SiteExtract.Write(documents), cancellationToken), cancellationToken));
    }

    /// <summary>Makes the extract anew, from the tables alone, and has the next report read the site again.</summary>
    /// <returns>True when the extract was made of the same documents and had the very same bytes; null when there was none of them.</returns>
    public async Task<bool?> RebuildAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var pointers = await stores.Ledger.CurrentAsync(site, cancellationToken);
        var documents = await ReadAsync(site, pointers, ImmutableDictionary<SubmissionId, SiteDocument>.Empty, _ => true, cancellationToken);
        var before = await stores.Extracts.ReadAsync(site, cancellationToken);
        var rebuilt = SiteExtract.Write(documents);
        await stores.Extracts.WriteAsync(site, rebuilt, cancellationToken);
        await stores.Ledger.RenewMarkAsync(site, cancellationToken);
        var wasOfThese = before is not null
            && SiteExtract.Read(before).Select(document => document.Submission).ToHashSet().SetEquals(documents.Select(document => document.Submission));
        return wasOfThese ? rebuilt.AsSpan().SequenceEqual(before) : null;
    }

    private async Task<ImmutableArray<SiteDocument>> ReadAsync(
        SiteCode site,
        IEnumerable<DocumentPointer> pointers,
        ImmutableDictionary<SubmissionId, SiteDocument> known,
        Func<OutcomeRow, bool> isWanted,
        CancellationToken cancellationToken)
    {
        var wanted = pointers.OrderBy(pointer => pointer.Document, StringComparer.Ordinal).ToList();
        var documents = ImmutableArray.CreateBuilder<SiteDocument>(wanted.Count);
        foreach (var pointer in wanted)
        {
            documents.Add(known.TryGetValue(pointer.SubmissionId, out var document)
                ? document
                : new SiteDocument(pointer.Document, pointer.SubmissionId, await RowsAsync(site, pointer.SubmissionId, isWanted, cancellationToken)));
        }

        return documents.ToImmutable();
    }

    private async Task<ImmutableArray<OutcomeRow>> RowsAsync(SiteCode site, SubmissionId submission, Func<OutcomeRow, bool> isWanted, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<OutcomeRow>();
        await foreach (var row in stores.Outcomes.StreamAsync(site, submission, cancellationToken))
        {
            if (isWanted(row))
            {
                rows.Add(row);
            }
        }

        return rows.DrainToImmutable();
    }

    /// <returns>Of a site without any document all that the extract holds: it is out of date then.</returns>
    private async Task<ImmutableDictionary<SubmissionId, SiteDocument>> ExtractAsync(
        SiteCode site, ImmutableArray<DocumentPointer> current, int bytesAtMost, CancellationToken cancellationToken) =>
        await stores.Extracts.ReadAsync(site, cancellationToken) is { } bytes && bytes.Length <= bytesAtMost
        && (current.IsEmpty || SiteExtract.MayHoldAny(bytes, [.. current.Select(pointer => pointer.SubmissionId)]))
            ? SiteExtract.Read(bytes).ToImmutableDictionary(document => document.Submission)
            : ImmutableDictionary<SubmissionId, SiteDocument>.Empty;
}
