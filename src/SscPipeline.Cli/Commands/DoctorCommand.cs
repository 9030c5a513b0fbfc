using System.CommandLine;
using System.Text.Json;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Workflows.Diagnosing;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc doctor</c>: is everything that the pipeline needs there, and if not, what is to be done?</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var (connection, inbox, format) = (CommonOptions.Connection(), CommonOptions.InboxConnection(), CommonOptions.Format());
        var command = new Command("doctor", "Examine settings, storage and the state of the work; each finding comes with what to do.") { connection, inbox, format };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(connection), parsed.GetValue(inbox), parsed.GetValue(format), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? connection, string? inbox, OutputFormat format, CancellationToken cancellationToken)
    {
        var configuration = StorageChoice.Maybe(connection, inbox);
        List<Diagnosis> found =
        [
            .. await Doctor.ExamineAsync(configuration, TimeProvider.System, cancellationToken),
            .. await MachineExam.ExamineAsync(configuration, cancellationToken),
        ];
        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(found, CliJson.Default.ListDiagnosis));
        }
        else
        {
            DiagnosisPrinter.Print(found, Terminal.Out);
        }

        return found.TrueForAll(one => one.IsWell) ? ExitCode.Clean : ExitCode.IssuesFound;
    }
}
