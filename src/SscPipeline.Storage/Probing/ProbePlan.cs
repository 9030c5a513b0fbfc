using System.Collections.Immutable;

namespace SscPipeline.Storage.Probing;

/// <summary>What an account is expected to hold.</summary>
public sealed record ProbePlan(ImmutableArray<string> Containers, ImmutableArray<string> Queues, ImmutableArray<string> Tables)
{
    /// <summary>Inbox and data in one account.</summary>
    public static ProbePlan Everything { get; } = new(StorageNames.Containers, StorageNames.Queues, StorageNames.Tables);

    public static ProbePlan Inbox { get; } = new([StorageNames.Inbox], StorageNames.Queues, []);

    public static ProbePlan Data { get; } = new([.. StorageNames.Containers.Where(name => name != StorageNames.Inbox)], [], StorageNames.Tables);
}
