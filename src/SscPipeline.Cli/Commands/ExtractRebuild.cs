using System.Text.Json;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc replay --rebuild-extracts</c>: the cache is made anew from the tables, and compared with what it was.</summary>
internal static class ExtractRebuild
{
    public static async Task<int> RunAsync(StudyHost study, SiteCode? only, OutputFormat format, CancellationToken cancellationToken)
    {
        var rebuilt = new List<RebuiltExtract>();
        foreach (var site in only is { } one ? [one] : (await study.Submissions.SitesAsync(cancellationToken)).Remove(SiteCode.Unassigned))
        {
            rebuilt.Add(new RebuiltExtract(site.Value, await study.Replays.RebuildExtractAsync(site, cancellationToken)));
        }

        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(rebuilt, CliJson.Default.ListRebuiltExtract));
        }
        else
        {
            var differing = rebuilt.Where(extract => extract.WasTheSame == false).Select(extract => extract.Site).ToList();
            Terminal.Line(
                $"Extracts made anew from the tables: {rebuilt.Count}. The same to the byte as before: {rebuilt.Count(extract => extract.WasTheSame == true)}; "
                + $"missing or out of date before: {rebuilt.Count(extract => extract.WasTheSame is null)}; wrong before: {differing.Count}.");
            foreach (var site in differing)
            {
                Terminal.Complain($"The extract of {site} differed from its tables. It is right now; the next 'ssc publish' uses it. Please report this.");
            }
        }

        return rebuilt.Any(extract => extract.WasTheSame == false) ? ExitCode.IssuesFound : ExitCode.Clean;
    }
}
