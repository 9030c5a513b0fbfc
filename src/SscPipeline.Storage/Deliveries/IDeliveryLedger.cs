using System.Collections.Immutable;

namespace SscPipeline.Storage.Deliveries;

/// <summary>What became of each delivery. They are planned together with their report (<see cref="Summaries.ISummaryIndex.TryAddAsync"/>).</summary>
public interface IDeliveryLedger
{
    /// <summary>Of one report, by channel and recipient.</summary>
    Task<ImmutableArray<DeliveryEntry>> OfReportAsync(string audience, DateTimeOffset generatedAt, CancellationToken cancellationToken);

    /// <summary>Of the newest reports, newest first.</summary>
    /// <param name="first">At most so many.</param>
    Task<ImmutableArray<DeliveryEntry>> NewestAsync(string audience, int first, CancellationToken cancellationToken);

    /// <summary>Writes what a delivery has come to, if nobody did meanwhile.</summary>
    /// <returns>With its new ETag; null when somebody else was faster, or may have been.</returns>
    Task<DeliveryEntry?> TryUpdateAsync(DeliveryEntry delivery, CancellationToken cancellationToken);
}
