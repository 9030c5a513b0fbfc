namespace SscPipeline.Benchmarks;

/// <summary>Assumptions, not looked up: the order of magnitude of Azure's list prices for locally redundant storage in Europe as known in early 2025, in US dollars.
/// Put in those of your own contract before you decide anything.</summary>
internal static class PlanPrices
{
    public const string Date = "early 2025, not looked up";

    public const double TableGigabyteMonth = 0.045;
    public const double TableRequests10K = 0.00036;
    public const double BlobGigabyteMonth = 0.0196;

    /// <summary>Writes and lists.</summary>
    public const double BlobWrites10K = 0.065;

    public const double BlobReads10K = 0.005;

    /// <summary>Of memory of a function while it runs, on demand.</summary>
    public const double FunctionGigabyteSecond = 0.000026;

    /// <summary>Round trip of one small request inside a region, in seconds.</summary>
    public const double RequestSeconds = 0.008;
}
