using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Charts;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary><c>summary.html</c>: what an investigator wants first, then everything behind it.</summary>
internal static class SummaryPage
{
    public static byte[] Write(Summary summary) => Page.Write($"{summary.Study}: summary", Body(summary));

    private static Markup Body(Summary summary)
    {
        var sections = Sections(summary);
        return Markup.Of($"""
            <header>
            <h1>{summary.Study}</h1>
            <p class="meta">Data received up to {Rounded.Time(summary.CutOff)} · made {Rounded.Time(summary.GeneratedAt)} · audience: {summary.Audience} · dictionary {summary.DictionaryVersion}</p>
            {PublicNote.Write(summary)}{NothingNew(summary.NothingNewSince)}{Newest(summary)}</header>
            {Contents.Of(sections)}<main>
            {sections}</main>

            """);
    }

    /// <summary>A quiet week must not look like a broken system.</summary>
    private static Markup NothingNew(DateTimeOffset? since) => since is not { } time ? Markup.Empty : Markup.Of(
        $"<p><strong>Nothing new:</strong> since the report of {Rounded.Time(time)} no submission, setting or dictionary has changed. Only the date moved on, so more visits may be due.</p>\n");

    private static Markup Newest(Summary summary)
    {
        var newest = summary.Sites.Where(site => site.LastReceivedAt is not null).OrderByDescending(site => site.LastReceivedAt).Take(3).ToList();
        return newest.Count == 0 ? Markup.Empty : Markup.Of(
            $"<p class=\"meta\">Newest data: {string.Join(", ", newest.Select(site => $"{site.Site} ({Rounded.Time(site.LastReceivedAt!.Value)})"))}</p>\n");
    }

    private static Markup Sections(Summary summary) => Markup.Of($"""
        {HeadlineSection.Write(summary)}
        <h2 id="skin">Skin</h2>
        <div class="pictures">
        {TrajectoryChart.Write(summary, Variables.MrssTotal)}{WaterfallChart.Write(summary)}</div>
        {MeasureSection.Write(summary, Variables.MrssTotal)}
        {SkinClassSection.Write(summary)}
        {LungSection.Write(summary)}
        {LungClassSection.Write(summary)}
        {NutritionSection.Write(summary)}
        {BodySection.Write(summary)}
        {FunctionSection.Write(summary)}
        {SafetySection.Write(summary)}
        {ExposureSection.Write(summary)}
        {LiteratureSection.Write(summary)}
        {QualitySection.Write(summary)}
        {ReliabilitySection.Write(summary)}
        <h2 id="sites">By site</h2>
        {SiteSection.Write(summary)}
        <h2 id="windows">Other visit windows</h2>
        {SensitivitySection.Write(summary)}
        {MethodSection.Write(summary)}
        {MethodNotes.Write()}

        """);
}
