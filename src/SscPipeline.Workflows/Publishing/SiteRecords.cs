using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Figures;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Validation;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Keeps the records of all sites from one publication to the next, in parts of some sites each, so that a site that changed costs a part.</summary>
internal sealed class SiteRecords(Stores stores, PipelineSettings settings)
{
    private const int SitesAPart = 16;
    private const int PartsAtOnce = 8;

    /// <summary>Beside the parts: it tells which sites changed before any part is read.</summary>
    private const string MarksName = "marks";

    /// <summary>Whatever else than the site a record is made from: the program itself, its dictionary with it, and the settings.</summary>
    private readonly string basis = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        [
            .. new[] { typeof(SiteRecords), typeof(SiteFigures), typeof(SiteData), typeof(DocumentChecker) }.Select(type => type.Module.ModuleVersionId.ToString()),
            .. settings.ForSummary.Select(setting => $"{setting.Key}={setting.Value}"),
            .. settings.Languages.OrderBy(site => site.Key, StringComparer.Ordinal).Select(site => $"{site.Key}={site.Value}"),
        ]))));

    private readonly RememberedParts remembered = new();

    /// <summary>The marks that sites had when their records were last kept, by code: what can be said without reading the records. None when nothing was kept.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> MarksAsync(CancellationToken cancellationToken) =>
        await stores.Extracts.ReadFiguresAsync(MarksName, cancellationToken) is { } marks ? RecordFormat.ReadMarks(marks.Content) : ImmutableDictionary<string, string?>.Empty;

    /// <summary>The records that still hold: those whose site has the same mark.</summary>
    public async Task<ImmutableDictionary<SiteCode, SiteRecord>> ReadAsync(ImmutableArray<SiteMark> sites, CancellationToken cancellationToken)
    {
        var there = await stores.Extracts.ListFiguresAsync(cancellationToken);
        remembered.ForgetOthers(there);
        var parts = Parts(sites.Length);
        var read = new ImmutableArray<SiteRecord>[parts];
        await Parallel.ForAsync(0, parts, AtOnce(cancellationToken), async (part, token) => read[part] = await ReadPartAsync(Name(part, parts), there, token));

        var marks = sites.ToDictionary(site => site.Site, site => site.Mark);
        return read.SelectMany(records => records)
            .Where(record => record.Mark is not null && marks.GetValueOrDefault(record.Site) == record.Mark)
            .ToImmutableDictionary(record => record.Site);
    }

    /// <summary>Keeps those that can be kept.</summary>
    /// <param name="before">What <see cref="ReadAsync"/> gave: a part in which nothing is new is not written.</param>
    public async Task WriteAsync(
        IReadOnlyCollection<SiteRecord> records, ImmutableDictionary<SiteCode, SiteRecord> before, CancellationToken cancellationToken)
    {
        var parts = Parts(records.Count);
        var changed = records
            .GroupBy(record => PartOf(record.Site, parts))
            .Where(part => part.Any(record => !ReferenceEquals(record, before.GetValueOrDefault(record.Site))))
            .ToList();
        await Parallel.ForEachAsync(
            changed, AtOnce(cancellationToken), async (part, token) => await WritePartAsync(Name(part.Key, parts), [.. part.Where(record => record.Mark is not null)], token));
        if (changed.Count > 0)
        {
            await stores.Extracts.WriteFiguresAsync(MarksName, RecordFormat.WriteMarks(records), cancellationToken);
        }
    }

    /// <param name="there">The ETags of all parts.</param>
    private async Task<ImmutableArray<SiteRecord>> ReadPartAsync(string name, IReadOnlyDictionary<string, string> there, CancellationToken cancellationToken)
    {
        if (!there.TryGetValue(name, out var etag))
        {
            return [];
        }

        if (remembered.Find(name, etag) is { } known)
        {
            return known;
        }

        return await stores.Extracts.ReadFiguresAsync(name, cancellationToken) is { } part ? Remember(name, part.ETag, part.Content).Value : [];
    }

    private async Task WritePartAsync(string name, IReadOnlyList<SiteRecord> records, CancellationToken cancellationToken)
    {
        var content = RecordFormat.Write(basis, records);
        Remember(name, await stores.Extracts.WriteFiguresAsync(name, content, cancellationToken), content);
    }

    private Lazy<ImmutableArray<SiteRecord>> Remember(string name, string etag, byte[] content)
    {
        var records = new Lazy<ImmutableArray<SiteRecord>>(() => RecordFormat.Read(basis, content));
        remembered.Add(name, etag, content.Length, records);
        return records;
    }

    private static ParallelOptions AtOnce(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken };

    /// <summary>A power of two, so that it seldom changes while a study grows.</summary>
    private static int Parts(int sites) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, (sites + SitesAPart - 1) / SitesAPart));

    private static string Name(int part, int parts) => string.Create(CultureInfo.InvariantCulture, $"{parts}-{part}");

    /// <summary>The same on every machine and in every version of .NET.</summary>
    private static int PartOf(SiteCode site, int parts) => BinaryPrimitives.ReadUInt16LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(site.Value))) & (parts - 1);
}
