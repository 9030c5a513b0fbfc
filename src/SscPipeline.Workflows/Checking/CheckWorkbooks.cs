using System.Collections.Immutable;
using System.Security.Cryptography;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Checking;

/// <summary>All checks on files at hand, as if one site had sent them together. Stores nothing, asks no network.</summary>
public sealed class CheckWorkbooks
{
    private readonly DocumentVerdicts verdicts;
    private readonly AnnotatedCopy copies;
    private readonly PipelineSettings settings;
    private readonly TimeProvider time;

    internal CheckWorkbooks(DocumentVerdicts verdicts, AnnotatedCopy copies, PipelineSettings settings, TimeProvider time) =>
        (this.verdicts, this.copies, this.settings, this.time) = (verdicts, copies, settings, time);

    /// <param name="site">Stands in the receipts; the checks do not depend on it.</param>
    /// <param name="files">The last one counts where two disagree.</param>
    /// <returns>One receipt per file, in the same order. Outcomes are compared with nothing: all count as inserted.</returns>
    public ImmutableArray<Receipt> Run(SiteCode site, IReadOnlyList<LocalFile> files, CancellationToken cancellationToken) =>
        [.. Run(site, files, new CheckWishes(), cancellationToken).Select(file => file.Receipt)];

    /// <summary>The same, with what helps to understand the receipts.</summary>
    public ImmutableArray<CheckedFile> Run(SiteCode site, IReadOnlyList<LocalFile> files, CheckWishes wishes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        var language = wishes.Language ?? settings.LanguageOf(site);
        var headers = verdicts.Mapping(wishes.Mapping);
        var received = time.GetUtcNow();
        var readings = files
            .Select((file, order) => (
                File: file,
                Hash: Hash(file),
                ReceivedAt: received.AddMilliseconds(order),
                Opened: verdicts.Read(file.Document, file.Open, headers, cancellationToken)))
            .ToList();

        // A file that comes alone has no others beside it; those of its site may be wished for.
        var alone = readings.Count == 1 ? [] : readings
            .Select(reading => new SiteDocument(
                reading.File.Document,
                SubmissionId.Of(reading.ReceivedAt, reading.Hash),
                [.. verdicts.Check(reading.Opened, new SiteContext(site, []), cancellationToken).Rows]))
            .ToImmutableArray();

        return [.. readings.Select((reading, at) =>
        {
            var verdict = verdicts.Check(reading.Opened, new SiteContext(site, alone.IsEmpty ? wishes.Others : alone.RemoveAt(at)), cancellationToken);
            var copy = wishes.Annotated is null ? null : copies.Make(reading.Opened, verdict, language, cancellationToken);
            if (copy is not null)
            {
                wishes.Annotated!(at, copy);
            }

            return new CheckedFile(
                Receipt(site, reading.File, reading.Hash, reading.ReceivedAt, verdict, language) with { Annotated = copy?.Name },
                new SheetExcerpts(reading.Opened, verdict, verdicts),
                verdicts.Guide(language));
        })];
    }

    private static string Hash(LocalFile file)
    {
        using var content = file.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private Receipt Receipt(SiteCode site, LocalFile file, string hash, DateTimeOffset receivedAt, CheckedDocument verdict, Language language)
    {
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
            Outcomes = new OutcomeCounts(verdict.OutcomeCount, Changed: 0, Withdrawn: 0, Unchanged: 0),
            Issues = verdicts.Describe(verdict.Issues, language),
            IssuesByCheck = Verdict.CountByCheck(verdict),
            Checks = verdict.Checks,
            Language = LanguageCode.Of(language),
            Conversions = verdict.Conversions,
            ProposedMapping = verdict.ProposedMapping,
        };
    }
}
