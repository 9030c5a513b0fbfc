using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tables;

/// <summary>k of n with both intervals, as six columns.</summary>
internal static class ShareFields
{
    public static ImmutableArray<string> Columns { get; } = ["k", "n", "wilson95_low", "wilson95_high", "clopper_pearson95_low", "clopper_pearson95_high"];

    public static IEnumerable<string> Named(string prefix) => Columns.Select(column => $"{prefix}_{column}");

    public static ImmutableArray<CsvField> Of(Share? share) =>
        [share?.K, share?.N, share?.Wilson95?[0], share?.Wilson95?[1], share?.ClopperPearson95?[0], share?.ClopperPearson95?[1]];
}
