using System.CommandLine;
using Microsoft.Extensions.Logging;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.LocalHost.Azurite;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc up</c>: storage and functions on this machine until Ctrl-C.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var (connection, inbox) = (CommonOptions.Connection(), CommonOptions.InboxConnection());
        var data = new Option<string>("--data") { Description = "folder in which the local storage keeps its data", DefaultValueFactory = _ => "__azurite" };
        var port = new Option<int?>("--http-port") { Description = "port of the upload page and the HTTP API on this machine; without it, Ssc:Http:Port or any free one" };
        var site = new Option<string?>("--site") { Description = "opens the upload page for this site, with a key that is made and printed for this run" };
        var command = new Command("up", "Run storage and functions on this machine until Ctrl-C.") { connection, inbox, data, port, site };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(connection), parsed.GetValue(inbox), parsed.GetRequiredValue(data), HttpChoice.Of(parsed.GetValue(port), parsed.GetValue(site)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? connection, string? inbox, string data, HttpChoice http, CancellationToken cancellationToken)
    {
        await using var azurite = connection is null
            ? await new Steps(isSilent: false).ShowAsync("Storage", say => AzuriteProcess.StartAsync(
                new AzuriteOptions { DataFolder = Path.GetFullPath(data) }, new Progress<string>(say), cancellationToken))
            : null;
        var storage = connection ?? azurite!.ConnectionString;
        var settings = http.AddTo(Configured.OnStorage(storage, inbox ?? storage));
        await using var study = StudyHost.Create(settings, new IngestCounter(_ => { }), logging => logging
            .AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Azure", LogLevel.Warning)
            .AddConfiguration(settings.GetSection("Logging")));
        await study.Submissions.PrepareStorageAsync(cancellationToken);
        await using var server = await HttpChoice.ServeAsync(study, cancellationToken);

        Terminal.Line("Drop files as blobs into submissions/{site}/{document}; receipts appear in receipts/{site}/.");
        Terminal.Line("Each site has a page of its own, receipts/{site}/index.html: all it sent, what is open and what is missing.");
        Terminal.Line("From another terminal: ssc submit FILE --site site-a --wait --connection \"...\"");
        http.Print(server);
        if (azurite is not null)
        {
            Terminal.Line("Connection string of this storage (the emulator's public account):");
            Terminal.Line(storage);
        }

        Terminal.Line("Ctrl-C stops.");
        await study.Functions.RunAsync(cancellationToken);
        return ExitCode.Clean;
    }
}
