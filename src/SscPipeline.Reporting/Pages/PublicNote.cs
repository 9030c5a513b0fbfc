using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>Why readers of the public page see less, and what stands for what they do not see.</summary>
internal static class PublicNote
{
    /// <summary>What stands for an n that is too small.</summary>
    public static string Few(Summary summary) => summary.Settings.GetValueOrDefault("minimumCell") is { } minimum ? $"n<{minimum}" : Rounded.None;

    public static Markup Write(Summary summary) => summary.Audience != "public" ? Markup.Empty : Markup.Of($"""
        <p class="note">Nobody can be recognised in this public report. It has all sites together and no single subjects. <strong>{Few(summary)}</strong>: fewer than {summary.Settings["minimumCell"]} subjects, nothing is shown of them.
        <strong>{Rounded.Withheld}</strong>: a number below {summary.Settings["minimumCell"]}, or one from which such a number could be computed. A dash beside an n: the figure is not shown, since with the others it would tell of a few.
        Lowest and highest values are never shown; medians from ten subjects on.</p>

        """);
}
