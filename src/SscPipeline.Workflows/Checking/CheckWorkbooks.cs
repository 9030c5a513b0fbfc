using System.Collections.Immutable;
using System.Security.Cryptography;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Checking;

/// <summary>All checks on files at hand, as if one site had sent them together. Stores nothing, asks no network.</summary>
public sealed class CheckWorkbooks
{
    private readonly DocumentVerdicts verdicts;
    private readonly AnnotatedCopy copies;
    private readonly TimeProvider time;

    internal CheckWorkbooks(DocumentVerdicts verdicts, AnnotatedCopy copies, TimeProvider time) =>
        (this.verdicts, this.copies, this.time) = (verdicts, copies, time);

    /// <param name="site">Stands in the receipts; the checks do not depend on it.</param>
    /// <param name="files">The last one counts where two disagree.</param>
    /// <returns>One receipt per file, in the same order. Outcomes are compared with nothing: all count as inserted.</returns>
    public ImmutableArray<Receipt> Run(SiteCode site, IReadOnlyList<LocalFile> files, CancellationToken cancellationToken) =>
        Run(site, files, mapping: "", annotated: null, cancellationToken);

    /// <summary>The same, with the site's own headings, and with annotated copies.</summary>
    /// <param name="mapping">A CSV of <c>canonical,header</c>; one that cannot be used is a warning in every receipt.</param>
    /// <param name="annotated">Takes the annotated copy of the file with this number (0 is the first), where there is one; null when none are wanted.</param>
    public ImmutableArray<Receipt> Run(
        SiteCode site, IReadOnlyList<LocalFile> files, string mapping, Action<int, AnnotatedFile>? annotated, CancellationToken cancellationToken)
    {
        var headers = verdicts.Mapping(mapping);
        var received = time.GetUtcNow();
        var readings = files
            .Select((file, order) => (
                File: file,
                Hash: Convert.ToHexStringLower(SHA256.HashData(file.Content)),
                ReceivedAt: received.AddMilliseconds(order),
                Opened: verdicts.Read(file.Document, file.Content, headers, cancellationToken)))
            .ToList();

        var alone = readings
            .Select(reading => new SiteDocument(
                reading.File.Document,
                SubmissionId.Of(reading.ReceivedAt, reading.Hash),
                verdicts.Check(reading.Opened.Reading, new SiteContext(site, []), cancellationToken).Rows))
            .ToImmutableArray();

        return [.. readings.Select((reading, at) =>
        {
            var verdict = verdicts.Check(reading.Opened.Reading, new SiteContext(site, alone.RemoveAt(at)), cancellationToken);
            var copy = annotated is null ? null : copies.Make(reading.Opened, reading.File.Content, verdict, cancellationToken);
            if (copy is not null)
            {
                annotated!(at, copy);
            }

            return Receipt(site, reading.File, reading.Hash, reading.ReceivedAt, verdict) with { Annotated = copy?.Name };
        })];
    }

    private Receipt Receipt(SiteCode site, LocalFile file, string hash, DateTimeOffset receivedAt, CheckedDocument verdict)
    {
        var comparison = Ingesting.OutcomeComparison.Between([], verdict.Rows);
        return new Receipt
        {
            SubmissionId = SubmissionId.Of(receivedAt, hash).Value,
            Site = site.Value,
            Document = file.Document,
            Sha256 = hash,
            Status = Verdict.Status(verdict),
            ReceivedAt = receivedAt,
            CompletedAt = time.GetUtcNow(),
            DictionaryVersion = verdicts.DictionaryVersion,
            Rows = verdict.RowCounts,
            Values = verdict.ValueCounts,
            Outcomes = comparison.Counts,
            Issues = verdicts.Describe(verdict.Issues),
            IssuesByCheck = Verdict.CountByCheck(verdict),
            Checks = verdict.Checks,
            ProposedMapping = verdict.ProposedMapping,
        };
    }
}

/// <param name="Document">The name under which the site would send it.</param>
public sealed record LocalFile(string Document, byte[] Content);
