using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Cli.Commands;

/// <summary>What the options of <c>ssc replay</c> ask for, before anything is done.</summary>
internal sealed record ReplayChoice(
    string? Submission, string? Document, string? Site, bool All, bool RebuildsExtracts, bool MakesCurrent, bool IsDryRun)
{
    /// <exception cref="CommandException">The options say nothing, too much or something that is no id.</exception>
    public ReplayRequest Checked()
    {
        if (RebuildsExtracts)
        {
            return Submission is null && Document is null && !MakesCurrent && !IsDryRun
                ? Request()
                : throw new CommandException("--rebuild-extracts goes with --site or --all, and with nothing else.");
        }

        if (Submission is null && Document is null && Site is null && !All)
        {
            throw new CommandException("Say what to replay: --submission ID, --document NAME, --site ID or --all.");
        }

        if ((Submission is not null && Document is not null) || (All && (Submission ?? Document ?? Site) is not null))
        {
            throw new CommandException("Say one thing to replay: --submission ID, --document NAME, --site ID or --all. --site may say where the first two are.");
        }

        return MakesCurrent && Submission is null
            ? throw new CommandException("--make-current needs --submission ID: which one is to be current? 'ssc status --site ID' lists them.")
            : Request();
    }

    private ReplayRequest Request() => new()
    {
        Site = Site is null ? null : CommonOptions.ParseSite(Site),
        Submission = Submission is null ? null : SubmissionId.TryParse(Submission) ?? throw new CommandException(
            $"'{Submission}' is not a submission id. It looks like 20260302T080100000Z-0a1b2c3d4e; 'ssc status' and every receipt show it."),
        Document = Document,
    };
}
