using SscPipeline.Cli.Hosting;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Cli.Commands;

/// <summary>From the id that a person gives to what it names.</summary>
internal static class PoisonLookup
{
    /// <exception cref="CommandException">Nothing open has this id, or things of several sites have it.</exception>
    public static async Task<Poisoned> OpenAsync(StudyHost study, string id, string? site, CancellationToken cancellationToken)
    {
        var (item, isOpen) = await FindAsync(study, id, site, cancellationToken);
        return isOpen ? item : throw new CommandException(
            $"{id} is not open: it was settled, replayed or dropped. 'ssc poison show {id}' says by whom; 'ssc replay --submission {id}' evaluates it again.");
    }

    /// <returns>Also a submission that is not open any more, or never was.</returns>
    /// <exception cref="CommandException">Nothing has this id, or things of several sites have it.</exception>
    public static async Task<(Poisoned Item, bool IsOpen)> FindAsync(StudyHost study, string id, string? site, CancellationToken cancellationToken)
    {
        var code = site is null ? null : CommonOptions.ParseSite(site).Value;
        var open = (await study.Poison.ListAsync(cancellationToken)).Where(item => item.Id == id && (code ?? item.Site) == item.Site).ToList();
        if (open.Count == 0)
        {
            return (await SettledAsync(study, id, code, cancellationToken), false);
        }

        return open.Count == 1 ? (open[0], true) : throw new CommandException(
            $"{open.Count} sites have this: {string.Join(", ", open.Select(item => item.Site))}. Say which one with --site.");
    }

    private static async Task<Poisoned> SettledAsync(StudyHost study, string id, string? site, CancellationToken cancellationToken)
    {
        foreach (var code in await study.Submissions.SitesAsync(cancellationToken))
        {
            var line = (await study.Submissions.ListAsync(code, cancellationToken)).FirstOrDefault(line => line.SubmissionId == id);
            if (line is not null && (site ?? line.Site) == line.Site)
            {
                var kind = line.Status == SubmissionStatus.Processing ? PoisonKind.Stuck : PoisonKind.Failed;
                return new Poisoned(line.SubmissionId, kind, line.Site, line.Document, line.Attempt, line.CompletedAt ?? line.ReceivedAt);
            }

            var deed = (await study.Poison.HistoryAsync(code.Value, id, cancellationToken)).FirstOrDefault(deed => deed.Target == id);
            if (deed is not null && (site ?? deed.Site) == deed.Site)
            {
                return new Poisoned(id, PoisonKind.Message, deed.Site, Document: null, Attempts: 0, Since: null);
            }
        }

        throw new CommandException($"Nothing that failed has the id {id}. 'ssc poison list' shows what there is.");
    }
}
