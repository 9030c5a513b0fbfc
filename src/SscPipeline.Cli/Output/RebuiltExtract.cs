namespace SscPipeline.Cli.Output;

/// <param name="WasTheSame">To the byte; null when there was none, or one of other documents.</param>
internal sealed record RebuiltExtract(string Site, bool? WasTheSame);
