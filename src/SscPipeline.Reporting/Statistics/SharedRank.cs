namespace SscPipeline.Reporting.Statistics;

/// <summary>The rank of differences of one size.</summary>
/// <param name="Doubled">Twice the mid-rank, a whole number.</param>
/// <param name="Count">How many differences have it.</param>
/// <param name="Positive">How many of these are positive.</param>
internal readonly record struct SharedRank(long Doubled, int Count, int Positive);
