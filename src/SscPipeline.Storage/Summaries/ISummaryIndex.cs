namespace SscPipeline.Storage.Summaries;

/// <summary>What was published, newest first.</summary>
public interface ISummaryIndex
{
    /// <summary>Safe to repeat: there is one entry for an audience and a time.</summary>
    Task AddAsync(SummaryIndexEntry entry, CancellationToken cancellationToken);

    /// <summary>Null when nothing was published for the audience.</summary>
    Task<SummaryIndexEntry?> LatestAsync(string audience, CancellationToken cancellationToken);
}
