namespace SscPipeline.Workflows.Replaying;

/// <summary>How to replay.</summary>
/// <param name="MakesCurrent">The replay takes the place of what is current now, even when that is a newer upload.</param>
/// <param name="IsDryRun">Only looks what would come of it; nothing is stored.</param>
/// <param name="By">Who asked for it.</param>
public sealed record ReplayOrder(bool MakesCurrent, bool IsDryRun, string By);
