namespace SscPipeline.Cli.Commands;

/// <summary>A command cannot run as it was asked to; the message says why and what to do, and is all that a person sees.</summary>
internal sealed class CommandException(string message) : Exception(message);
