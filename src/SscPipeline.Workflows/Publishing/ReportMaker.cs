using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Reporting;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Settings;
using StoredFile = SscPipeline.Storage.Reports.ReportFile;
using StoredParts = SscPipeline.Storage.Reports.ReportParts;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Makes one audience's report of what was read. Nothing is stored.</summary>
internal sealed class ReportMaker(DocumentVerdicts verdicts, PipelineSettings settings)
{
    /// <summary>All figures, for no audience yet: what takes long is done once for all of them.</summary>
    public Summary Summarise(StudyState study, DateTimeOffset generatedAt, DateTimeOffset cutOff) => SummaryBuilder.Build(new SummaryInput
    {
        Study = settings.Study,
        Audience = Audiences.Controlled,
        GeneratedAt = generatedAt,
        CutOff = cutOff,
        DictionaryVersion = verdicts.DictionaryVersion,
        Settings = settings.ForSummary,
        Figures = [.. study.Sites.Select(site => site.Figures)],
        Activity = [.. study.Sites.Select(site => site.Activity)],
    });

    /// <param name="everything">What <see cref="Summarise"/> gave.</param>
    /// <param name="nothingNewSince">Null when something is new.</param>
    public static Report Make(string audience, Summary everything, DateTimeOffset? nothingNewSince)
    {
        var summary = SummaryBuilder.For(audience, everything with { NothingNewSince = nothingNewSince });
        return new Report(summary, Stored(ReportWriter.Write(summary)));
    }

    /// <summary>The same files while they are made.</summary>
    public static StoredParts Start(string audience, Summary everything, DateTimeOffset? nothingNewSince, CancellationToken cancellationToken)
    {
        var started = ReportWriter.Start(SummaryBuilder.For(audience, everything with { NothingNewSince = nothingNewSince }), cancellationToken);
        return new StoredParts([.. started.Parts.Select(async part => (IReadOnlyList<StoredFile>)Stored(await part))], started.Summary);
    }

    private static ImmutableArray<StoredFile> Stored(IEnumerable<ReportFile> files) => [.. files.Select(file => new StoredFile(file.Path, file.Content))];

    /// <summary>Equal for two reports when they are made from the same submissions with the same settings and dictionary.</summary>
    public string Fingerprint(StudyState study)
    {
        IEnumerable<string> parts =
        [
            settings.Study, verdicts.DictionaryVersion, .. settings.ForSummary.Select(setting => $"{setting.Key}={setting.Value}"), .. study.Sites.SelectMany(site => site.Sources),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}

/// <param name="Files">As they are published.</param>
internal sealed record Report(Summary Summary, ImmutableArray<StoredFile> Files);
