using System.Collections.Immutable;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Whose figures a row shows: all sites together or one of them.</summary>
/// <param name="Name"><see cref="Cohort.Overall"/> or a site.</param>
/// <param name="First">Where its subjects begin among those of the cohort.</param>
/// <param name="Sites">Those whose subjects they are.</param>
internal sealed record Scope(string Name, ImmutableArray<CohortSubject> Subjects, int First, ImmutableArray<SiteFigures> Sites)
{
    /// <summary>Of the one site that it is.</summary>
    public FigureColumns Columns => Sites.Single().Columns;
}
