using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc publish</c>: the reports of what is current, now; or of what was known on a day.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var (connection, format) = (CommonOptions.Connection(), CommonOptions.Format());
        var deliver = new Option<bool>("--deliver") { Description = "also send the reports to the recipients of the settings" };
        var dryRun = new Option<bool>("--dry-run") { Description = "publish and send nothing; write the mails and calls that --deliver would send to --out" };
        var asOf = new Option<string?>("--as-of") { Description = "what was known at the end of this day (2026-03-02, UTC) or second (2026-03-02T06:00:00Z); latest stays" };
        var output = new Option<string?>("--out") { Description = "folder for what --as-of or --dry-run makes; without it --as-of goes to storage, and --dry-run to artifacts/dry-run" };
        var command = new Command("publish", "Publish the reports of everything that is current, now.") { connection, format, deliver, dryRun, asOf, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (wantsAsOf, wantsDryRun, folder) = (parsed.GetValue(asOf), parsed.GetValue(dryRun), parsed.GetValue(output));
            Refuse(wantsAsOf is not null, wantsDryRun, parsed.GetValue(deliver), folder is not null);
            var past = wantsAsOf is null ? null : Past(wantsAsOf);
            await using var study = StudyHost.CreateQuiet(StorageChoice.Named(parsed.GetValue(connection)), new IngestCounter(_ => { }));
            await study.Submissions.PrepareStorageAsync(cancellationToken);
            var isJson = parsed.GetValue(format) == OutputFormat.Json;
            return past is not null ? await AsOfAsync(study, past, folder, isJson, cancellationToken)
                : wantsDryRun ? await DryRunAsync(study, folder ?? Path.Combine("artifacts", "dry-run"), isJson, cancellationToken)
                : Print(await study.Summaries.PublishNowAsync(parsed.GetValue(deliver), cancellationToken), isJson);
        });
        return command;
    }

    /// <exception cref="CommandException">It is neither, or it is still to come.</exception>
    public static AsOf Past(string text) => AsOf.TryParse(text) is not { } asOf
        ? throw new CommandException($"'{text}' is not a day or a time. Write 2026-03-02, or 2026-03-02T06:00:00Z.")
        : asOf.Before > TimeProvider.System.GetUtcNow().AddDays(1)
            ? throw new CommandException($"'{text}' is still to come: nobody knows what will be known then.")
            : asOf;

    private static void Refuse(bool asOf, bool dryRun, bool deliver, bool hasFolder)
    {
        if (Convert.ToInt32(asOf) + Convert.ToInt32(dryRun) + Convert.ToInt32(deliver) > 1)
        {
            throw new CommandException("--as-of, --dry-run and --deliver exclude one another: a report of the past is not sent, and a dry run sends nothing.");
        }

        if (hasFolder && !asOf && !dryRun)
        {
            throw new CommandException("--out belongs to --as-of or --dry-run. What is published goes to storage.");
        }
    }

    private static async Task<int> AsOfAsync(StudyHost study, AsOf asOf, string? folder, bool isJson, CancellationToken cancellationToken)
    {
        if (asOf.Before > TimeProvider.System.GetUtcNow())
        {
            Terminal.Complain("That time is not over: this is what is known so far, and more may come.");
        }

        if (folder is not null)
        {
            return await WriteAsync(folder, await study.Reports.AsOfAsync(asOf, cancellationToken), "summary.html", isJson, cancellationToken);
        }

        var name = await study.Reports.KeepAsOfAsync(asOf, cancellationToken);
        return Print([$"reports/controlled/{name}/summary.html", $"reports/public/{name}/summary.html"], isJson);
    }

    private static async Task<int> DryRunAsync(StudyHost study, string folder, bool isJson, CancellationToken cancellationToken)
    {
        var drafts = await study.Reports.DryRunAsync(cancellationToken);
        if (drafts.IsEmpty)
        {
            Terminal.Complain("Nothing would be sent: delivery is off. The settings Ssc:Delivery:Email:* and Ssc:Delivery:Webhook:* turn it on.");
        }

        return await WriteAsync(folder, drafts, "", isJson, cancellationToken);
    }

    /// <param name="named">The end of the paths that are printed.</param>
    private static async Task<int> WriteAsync(
        string folder, IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> files, string named, bool isJson, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var paths = new List<string>();
        foreach (var (path, content) in files)
        {
            await OutputFolder.WriteAsync(root, path, content, cancellationToken);
            if (path.EndsWith(named, StringComparison.Ordinal))
            {
                paths.Add(Path.Combine(folder, path));
            }
        }

        return Print(paths, isJson);
    }

    private static int Print(List<string> paths, bool isJson)
    {
        if (isJson)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(paths, CliJson.Default.ListString));
        }
        else
        {
            paths.ForEach(Terminal.Line);
        }

        return ExitCode.Clean;
    }

    private static int Print(PublishResult published, bool isJson)
    {
        if (isJson)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(published, CliJson.Default.PublishResult));
            return ExitCode.Clean;
        }

        Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"Published {published.Subjects} subjects of {published.Sites} sites, and under latest/:"));
        foreach (var audience in published.Published)
        {
            Terminal.Line($"reports/{audience}/{published.Folder}/summary.html");
        }

        if (published.NothingNewSince is { } since)
        {
            Terminal.Line($"Nothing new since the report of {since.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC.");
        }

        return ExitCode.Clean;
    }
}
