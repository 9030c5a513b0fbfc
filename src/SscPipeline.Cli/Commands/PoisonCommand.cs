using System.CommandLine;
using System.Text.Json;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc poison</c>: what failed at every attempt, for an operator to look at, to have processed again, or to let go.</summary>
internal static class PoisonCommand
{
    public static Command Create() => new("poison", "Look at what failed on our side, have it processed again, or let it go.")
    {
        List(), Show(), Requeue(), Drop(),
    };

    private static Command List()
    {
        var (connection, format) = (CommonOptions.Connection(), CommonOptions.Format());
        return Sub("list", "List what failed and waits for an operator.", [connection, format], connection, async (study, parsed, cancellationToken) =>
        {
            var found = await study.Poison.ListAsync(cancellationToken);
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes([.. found], CliJson.Default.ListPoisoned));
            }
            else
            {
                PoisonPrinter.Print(found);
            }

            return found.IsEmpty ? ExitCode.Clean : ExitCode.IssuesFound;
        });
    }

    private static Command Show()
    {
        var (id, site, connection, format) = (Id(), CommonOptions.Site(required: false), CommonOptions.Connection(), CommonOptions.Format());
        return Sub("show", "Show one of them, and what operators did with it.", [id, site, connection, format], connection, async (study, parsed, cancellationToken) =>
        {
            var item = await PoisonLookup.FindAsync(study, parsed.GetRequiredValue(id), parsed.GetValue(site), cancellationToken);
            var detail = new PoisonDetail(item.Item, item.IsOpen, [.. await study.Poison.HistoryAsync(item.Item.Site, item.Item.Id, cancellationToken)]);
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(detail, CliJson.Default.PoisonDetail));
            }
            else
            {
                PoisonPrinter.Print(detail);
            }

            return ExitCode.Clean;
        });
    }

    private static Command Requeue()
    {
        var id = new Argument<string?>("ID") { Description = "of the submission or message, as 'ssc poison list' shows it", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "everything that is listed" };
        var (site, by, connection, format) = (CommonOptions.Site(required: false), CommonOptions.By(), CommonOptions.Connection(), CommonOptions.Format());
        return Sub("requeue", "Have it processed again, now.", [id, all, site, by, connection, format], connection, async (study, parsed, cancellationToken) =>
        {
            var items = (parsed.GetValue(id), parsed.GetValue(all)) switch
            {
                (null, true) => await study.Poison.ListAsync(cancellationToken),
                ({ } one, false) => [await PoisonLookup.OpenAsync(study, one, parsed.GetValue(site), cancellationToken)],
                _ => throw new CommandException("Say what to process again: one ID, or --all. 'ssc poison list' shows what there is."),
            };
            var results = new List<RequeueResult>();
            foreach (var item in items)
            {
                results.Add(await study.Poison.RequeueAsync(item, parsed.GetRequiredValue(by), cancellationToken));
            }

            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(results, CliJson.Default.ListRequeueResult));
            }
            else
            {
                PoisonPrinter.Print(results);
            }

            return results.All(result => result.Status is not (null or SubmissionStatus.Failed or SubmissionStatus.Processing))
                ? ExitCode.Clean
                : ExitCode.IssuesFound;
        });
    }

    private static Command Drop()
    {
        var (id, site, by, connection) = (Id(), CommonOptions.Site(required: false), CommonOptions.By(), CommonOptions.Connection());
        return Sub("drop", "Let it go: it is not listed any more. Bytes, ledger row and receipt stay.", [id, site, by, connection], connection, async (study, parsed, cancellationToken) =>
        {
            var item = await PoisonLookup.OpenAsync(study, parsed.GetRequiredValue(id), parsed.GetValue(site), cancellationToken);
            if (!await study.Poison.DropAsync(item, parsed.GetRequiredValue(by), cancellationToken))
            {
                throw new CommandException($"{item.Id} is being worked on at this moment, or is gone. Nothing was changed; 'ssc poison list' shows how it stands.");
            }

            Terminal.Line($"{item.Id} is dropped, and it is on record that {parsed.GetRequiredValue(by)} did it.");
            return ExitCode.Clean;
        });
    }

    private static Argument<string> Id() => new("ID") { Description = "of the submission or message, as 'ssc poison list' shows it" };

    private static Command Sub(
        string name, string description, IEnumerable<Symbol> symbols, Option<string?> connection,
        Func<StudyHost, ParseResult, CancellationToken, Task<int>> run)
    {
        var inbox = CommonOptions.InboxConnection();
        var command = new Command(name, description) { inbox };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var study = StudyHost.CreateQuiet(StorageChoice.Named(parsed.GetValue(connection), parsed.GetValue(inbox)), new IngestCounter(_ => { }));
            await study.Submissions.PrepareStorageAsync(cancellationToken);
            return await run(study, parsed, cancellationToken);
        });
        return command;
    }
}
