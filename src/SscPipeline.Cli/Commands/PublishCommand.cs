using System.CommandLine;
using System.Text.Json;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc publish</c>: the scheduled summary, now.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var (connection, format) = (CommonOptions.Connection(), CommonOptions.Format());
        var command = new Command("publish", "Publish a summary of everything that is current, now.") { connection, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(connection), parsed.GetValue(format), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? connection, OutputFormat format, CancellationToken cancellationToken)
    {
        await using var study = StudyHost.CreateQuiet(StorageChoice.Named(connection), new IngestCounter(_ => { }));
        await study.Submissions.PrepareStorageAsync(cancellationToken);
        var published = await study.Summaries.RunAsync(isPastDue: false, cancellationToken);
        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(published, CliJson.Default.PublishResult));
        }
        else
        {
            Terminal.Line(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Published {published.Subjects} subjects of {published.Sites} sites: reports/controlled/{published.Period}/summary.html, and under latest/."));
        }

        return ExitCode.Clean;
    }
}
