namespace SscPipeline.Cli.Commands;

internal static class ExitCode
{
    public const int Clean = 0;

    public const int IssuesFound = 1;

    public const int CouldNotRun = 2;
}
