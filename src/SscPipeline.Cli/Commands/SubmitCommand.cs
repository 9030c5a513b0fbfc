using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Spectre.Console;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc submit</c>: puts files into a site's inbox, and waits for the receipts when asked to.</summary>
internal static class SubmitCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "workbooks to submit", Arity = ArgumentArity.OneOrMore };
        var site = CommonOptions.Site(required: true);
        var wait = new Option<bool>("--wait") { Description = "wait for the receipts and print them" };
        var (connection, inbox, format) = (CommonOptions.Connection(), CommonOptions.InboxConnection(), CommonOptions.Format());
        var command = new Command("submit", "Submit files of one site.") { files, site, wait, connection, inbox, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(files), CommonOptions.ParseSite(parsed.GetRequiredValue(site)!), parsed.GetValue(wait),
            StorageChoice.Named(parsed.GetValue(connection), parsed.GetValue(inbox)), parsed.GetValue(format), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo[] files, SiteCode site, bool wait, IConfiguration storage, OutputFormat format, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(file => !file.Exists) is { } absent)
        {
            throw new CommandException($"There is no file {absent.FullName}.");
        }

        await using var study = StudyHost.CreateQuiet(storage, new IngestCounter(_ => { }));
        await study.Submissions.PrepareStorageAsync(cancellationToken);
        var known = await FinalAsync(study.Submissions, site, cancellationToken);
        foreach (var file in files)
        {
            await using var content = file.OpenRead();
            await study.Submissions.DropAsync($"{site.Value}/{file.Name}", content, cancellationToken);
        }

        if (!wait)
        {
            Terminal.Line($"{files.Length} submitted. The receipts will lie under receipts/{site.Value}/.");
            return ExitCode.Clean;
        }

        var receipts = await WaitAsync(study.Submissions, site, [.. files.Select(file => file.Name)], known, cancellationToken);
        Print(receipts, study.Submissions, format);
        return receipts.All(receipt => receipt.Status is SubmissionStatus.Accepted or SubmissionStatus.Duplicate) ? ExitCode.Clean : ExitCode.IssuesFound;
    }

    private static async Task<IReadOnlyList<Receipt>> WaitAsync(
        SubmissionDesk desk, SiteCode site, HashSet<string> documents, HashSet<string> known, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                var receipts = new List<Receipt>();
                foreach (var line in await desk.ListAsync(site, patience.Token))
                {
                    if (!known.Contains(line.SubmissionId) && documents.Contains(line.Document)
                        && await desk.ReceiptAsync(site, SubmissionId.Parse(line.SubmissionId), patience.Token) is { } receipt)
                    {
                        receipts.Add(receipt);
                    }
                }

                if (receipts.DistinctBy(receipt => receipt.Document).Count() == documents.Count)
                {
                    return receipts;
                }

                await Task.Delay(Pause, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(
                $"No receipt came within {Patience.TotalMinutes:0} minutes. Is the functions app, or 'ssc up', running on this storage? The files are in the inbox and nothing is lost.");
        }
    }

    private static async Task<HashSet<string>> FinalAsync(SubmissionDesk desk, SiteCode site, CancellationToken cancellationToken) =>
        [.. (await desk.ListAsync(site, cancellationToken)).Select(line => line.SubmissionId)];

    private static void Print(IReadOnlyList<Receipt> receipts, SubmissionDesk desk, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(ReceiptJson.Write(receipts));
            return;
        }

        foreach (var receipt in receipts)
        {
            ReceiptPrinter.Print(receipt, desk.Guide(receipt), excerpts: null, Terminal.Out);
        }
    }
}
