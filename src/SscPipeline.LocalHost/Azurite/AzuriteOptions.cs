using System.Collections.Immutable;

namespace SscPipeline.LocalHost.Azurite;

public sealed record AzuriteOptions
{
    /// <summary>Where data are kept between runs; null keeps them in memory, and they end with the process.</summary>
    public string? DataFolder { get; init; }

    /// <summary>0 takes any free port. So do the other two.</summary>
    public int BlobPort { get; init; }

    public int QueuePort { get; init; }

    public int TablePort { get; init; }

    /// <summary>Accounts beside the usual <c>devstoreaccount1</c>. Each sees only its own containers, queues and tables.</summary>
    public ImmutableArray<string> MoreAccounts { get; init; } = [];

    /// <summary>How long all three services may take to answer.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(90);
}
