namespace SscPipeline.Workflows.Replaying;

/// <summary>What an operator did, as it is shown.</summary>
/// <param name="Deed"><c>Replayed</c>, <c>MadeCurrent</c>, <c>Requeued</c> or <c>Dropped</c>.</param>
/// <param name="Result">The submission that came of it; null when none did.</param>
public sealed record OperatorDeedLine(string Site, string Target, string Deed, string By, DateTimeOffset At, string? Result);
