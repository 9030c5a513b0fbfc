using System.Collections.Immutable;

namespace SscPipeline.Storage.Probing;

/// <summary>What was learned of an account.</summary>
/// <param name="ClockAhead">How far this machine's clock is ahead of the account's; null when it never answered.</param>
public sealed record AccountFacts(ImmutableArray<ProbeResult> Results, TimeSpan? ClockAhead)
{
    public bool IsWell => Results.All(result => result.Fault == ProbeFault.None);
}
