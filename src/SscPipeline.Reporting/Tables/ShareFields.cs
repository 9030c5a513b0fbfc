using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tables;

/// <summary>k of n with both intervals, as six columns.</summary>
internal static class ShareFields
{
    public static ImmutableArray<string> Columns { get; } = ["k", "n", "wilson95_low", "wilson95_high", "clopper_pearson95_low", "clopper_pearson95_high"];

    public static IEnumerable<string> Named(string prefix) => Columns.Select(column => $"{prefix}_{column}");

    /// <summary>Fields of a row that goes on.</summary>
    public static CsvTable Begin(this CsvTable table, Share? share) =>
        table.Begin(share?.K, share?.N, share?.Wilson95?[0], share?.Wilson95?[1], share?.ClopperPearson95?[0], share?.ClopperPearson95?[1]);

    /// <summary>The last fields of a row.</summary>
    public static CsvTable Add(this CsvTable table, Share? share) =>
        table.Add(share?.K, share?.N, share?.Wilson95?[0], share?.Wilson95?[1], share?.ClopperPearson95?[0], share?.ClopperPearson95?[1]);
}
