namespace SscPipeline.Reporting.Statistics;

/// <summary>Spreadsheets store thirds and tenths with an error near 1e-15. Before two values are compared with each other or with a
/// threshold, that noise is taken away; averages are always made from unrounded values.</summary>
internal static class Precision
{
    public const int Places = 9;

    public static decimal Rounded(decimal difference) => Math.Round(difference, Places, MidpointRounding.AwayFromZero);
}
