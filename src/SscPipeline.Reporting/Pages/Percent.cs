using System.Collections.Immutable;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Pages;

/// <summary>Shares as people read them.</summary>
internal static class Percent
{
    public static string Interval(ImmutableArray<double>? shares) =>
        shares is { } both ? $"{Rounded.Interval([.. both.Select(share => 100 * share)], 1)} %" : Rounded.None;
}
