using System.CommandLine;
using System.Text.Json;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc replay</c>: what was received is evaluated again, with today's dictionary and settings. What was written before stays.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var submission = new Option<string?>("--submission") { Description = "one submission, by its id" };
        var document = new Option<string?>("--document") { Description = "the current version of one document, by its name" };
        var site = CommonOptions.Site(required: false);
        var all = new Option<bool>("--all") { Description = "the current version of every document of every site" };
        var rebuild = new Option<bool>("--rebuild-extracts") { Description = "evaluate nothing; make the cached extracts anew from the tables, of one site or of all" };
        var makeCurrent = new Option<bool>("--make-current") { Description = "with --submission: put it in the place of what is current now, even if that is newer" };
        var dryRun = new Option<bool>("--dry-run") { Description = "only show what would change" };
        var (by, connection, format) = (CommonOptions.By(), CommonOptions.Connection(), CommonOptions.Format());
        var command = new Command("replay", "Evaluate again what was received, with today's dictionary and settings.")
        {
            submission, document, site, all, makeCurrent, dryRun, rebuild, by, connection, format,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var what = new ReplayChoice(
                parsed.GetValue(submission), parsed.GetValue(document), parsed.GetValue(site), parsed.GetValue(all),
                parsed.GetValue(rebuild), parsed.GetValue(makeCurrent), parsed.GetValue(dryRun));
            var request = what.Checked();
            await using var study = StudyHost.CreateQuiet(StorageChoice.Named(parsed.GetValue(connection)), new IngestCounter(_ => { }));
            return what.RebuildsExtracts
                ? await ExtractRebuild.RunAsync(study, request.Site, parsed.GetValue(format), cancellationToken)
                : await RunAsync(
                    study, request, new ReplayOrder(what.MakesCurrent, what.IsDryRun, parsed.GetRequiredValue(by)), parsed.GetValue(format), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        StudyHost study, ReplayRequest request, ReplayOrder order, OutputFormat format, CancellationToken cancellationToken)
    {
        var found = await study.Replays.FindAsync(request, cancellationToken);
        if (request is not { Submission: null, Document: null })
        {
            RequireOneSite(found, request);
        }

        var steps = new Steps(isSilent: format == OutputFormat.Json);
        var results = await steps.ShowAsync(order.IsDryRun ? "Look" : "Replay", async say =>
        {
            var done = new List<ReplayResult>();
            foreach (var (site, submission) in found)
            {
                done.Add(await study.Replays.RunAsync(site, submission, order, cancellationToken));
                say($"{done.Count} of {found.Length}");
            }

            return done;
        });

        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(results, CliJson.Default.ListReplayResult));
        }
        else
        {
            ReplayPrinter.Print(results, order);
        }

        return request.Submission is not null && results is [{ After: null }] ? ExitCode.CouldNotRun
            : results.All(result => result.After is { Status: SubmissionStatus.Accepted or SubmissionStatus.AcceptedWithWarnings or SubmissionStatus.PartiallyAccepted })
            ? ExitCode.Clean
            : ExitCode.IssuesFound;
    }

    private static void RequireOneSite(IReadOnlyList<(SiteCode Site, SubmissionId Submission)> found, ReplayRequest request)
    {
        var sites = found.Select(entry => entry.Site.Value).Distinct().ToList();
        if (sites.Count == 0)
        {
            throw new CommandException(request.Submission is { } submission
                ? $"There is no submission {submission}{At(request.Site)}. 'ssc status' lists them."
                : $"There is no document of this name{At(request.Site)}. 'ssc status' lists them; the name includes its extension.");
        }

        if (sites.Count > 1)
        {
            throw new CommandException($"{sites.Count} sites have this: {string.Join(", ", sites)}. Say which one with --site.");
        }
    }

    private static string At(SiteCode? site) => site is { } code ? $" at {code.Value}" : "";
}
