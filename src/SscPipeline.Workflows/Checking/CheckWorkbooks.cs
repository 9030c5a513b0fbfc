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
    private readonly TimeProvider time;

    internal CheckWorkbooks(DocumentVerdicts verdicts, TimeProvider time) => (this.verdicts, this.time) = (verdicts, time);

    /// <param name="site">Stands in the receipts; the checks do not depend on it.</param>
    /// <param name="files">The last one counts where two disagree.</param>
    /// <returns>One receipt per file, in the same order. Outcomes are compared with nothing: all count as inserted.</returns>
    public ImmutableArray<Receipt> Run(SiteCode site, IReadOnlyList<LocalFile> files, CancellationToken cancellationToken)
    {
        var received = time.GetUtcNow();
        var readings = files
            .Select((file, order) => (
                File: file,
                Hash: Convert.ToHexStringLower(SHA256.HashData(file.Content)),
                ReceivedAt: received.AddMilliseconds(order),
                verdicts.Read(file.Document, file.Content, cancellationToken).Reading))
            .ToList();

        var alone = readings
            .Select(reading => new SiteDocument(
                reading.File.Document,
                SubmissionId.Of(reading.ReceivedAt, reading.Hash),
                verdicts.Check(reading.Reading, new SiteContext(site, []), cancellationToken).Rows))
            .ToImmutableArray();

        return [.. readings.Select((reading, at) =>
        {
            var verdict = verdicts.Check(reading.Reading, new SiteContext(site, alone.RemoveAt(at)), cancellationToken);
            return Receipt(site, reading.File, reading.Hash, reading.ReceivedAt, verdict);
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
        };
    }
}

/// <param name="Document">The name under which the site would send it.</param>
public sealed record LocalFile(string Document, byte[] Content);
