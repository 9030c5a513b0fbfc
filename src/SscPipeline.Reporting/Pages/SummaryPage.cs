using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Charts;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary><c>summary.html</c>: what an investigator wants first, then everything behind it.</summary>
internal static class SummaryPage
{
    /// <param name="subjects">To be drawn; none for the public audience.</param>
    public static byte[] Write(Summary summary, IReadOnlyList<CohortSubject> subjects) =>
        Page.Write($"{summary.Study}: summary", Body(summary, subjects));

    private static Markup Body(Summary summary, IReadOnlyList<CohortSubject> subjects) => Markup.Of($"""
        <header>
        <h1>{summary.Study}</h1>
        <p class="meta">Data received up to {Rounded.Time(summary.CutOff)} · made {Rounded.Time(summary.GeneratedAt)} · audience: {summary.Audience} · dictionary {summary.DictionaryVersion}</p>
        </header>
        <nav aria-label="Sections"><ul>
        <li><a href="#skin">Skin</a></li><li><a href="#lung">Lung</a></li><li><a href="#nutrition">Nutrition</a></li><li><a href="#safety">Safety</a></li>
        <li><a href="#literature">Literature</a></li><li><a href="#quality">Data quality</a></li><li><a href="#sites">By site</a></li><li><a href="#windows">Other visit windows</a></li><li><a href="#method">Method</a></li>
        </ul></nav>
        <main>
        {HeadlineSection.Write(summary)}
        <h2 id="skin">Skin</h2>
        {Trajectory(summary, subjects, Variables.MrssTotal)}
        {MeasureSection.Write(summary.Measures, Variables.MrssTotal)}
        {LungSection.Write(summary, Trajectory(summary, subjects, Variables.FvcPctPred))}
        {NutritionSection.Write(summary)}
        {SafetySection.Write(summary)}
        {LiteratureSection.Write(summary)}
        {QualitySection.Write(summary)}
        <h2 id="sites">By site</h2>
        {SiteSection.Write(summary)}
        <h2 id="windows">Other visit windows</h2>
        {SensitivitySection.Write(summary)}
        {MethodSection.Write(summary)}
        </main>

        """);

    private static Markup Trajectory(Summary summary, IReadOnlyList<CohortSubject> subjects, string variable) =>
        TrajectoryChart.Write(summary.Measures.Single(measure => measure.Variable == variable), subjects);
}
