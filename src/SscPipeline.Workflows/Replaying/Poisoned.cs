namespace SscPipeline.Workflows.Replaying;

/// <summary>Something that could not be processed and waits for an operator.</summary>
/// <param name="Id">Of the submission, or of the message when no host has recorded it yet.</param>
/// <param name="Site">Where it came from; <c>_unassigned</c> when the message does not say.</param>
/// <param name="Document">Null when the message does not say.</param>
/// <param name="Attempts">How often it was tried; of a message, how often a host or an operator took it.</param>
/// <param name="Since">When it was given up, or received.</param>
public sealed record Poisoned(string Id, PoisonKind Kind, string Site, string? Document, long Attempts, DateTimeOffset? Since);
