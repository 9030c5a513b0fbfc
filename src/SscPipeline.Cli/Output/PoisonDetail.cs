using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Cli.Output;

/// <param name="IsOpen">It waits for an operator.</param>
/// <param name="Deeds">What operators did with it, newest first.</param>
internal sealed record PoisonDetail(Poisoned Item, bool IsOpen, IReadOnlyList<OperatorDeedLine> Deeds);
