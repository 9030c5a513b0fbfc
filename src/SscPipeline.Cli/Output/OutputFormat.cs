namespace SscPipeline.Cli.Output;

internal enum OutputFormat
{
    /// <summary>Tables, colours and progress for people.</summary>
    Text,

    /// <summary>Only JSON on standard output.</summary>
    Json,
}
