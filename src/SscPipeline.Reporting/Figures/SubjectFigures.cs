using System.Collections.Immutable;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Figures;

/// <summary>One subject, as a report reads it.</summary>
internal sealed record SubjectFigures
{
    public required string Subject { get; init; }

    /// <summary>False while only visits or adverse events name the subject.</summary>
    public bool HasSubjectRow { get; init; }

    public string? Sex { get; init; }

    public string? Ild { get; init; }

    /// <summary>In mg a day, from the subject's own row.</summary>
    public decimal? Dose { get; init; }

    public DateOnly? StartDate { get; init; }

    /// <inheritdoc cref="SubjectData.StartDay"/>
    public int StartDay { get; init; }

    /// <inheritdoc cref="SubjectData.LastDoseDay"/>
    public int? LastDoseDay { get; init; }

    /// <summary>By day, in rows of <see cref="SiteFigures.Columns"/> from this one on.</summary>
    public int FirstRow { get; init; }

    /// <summary>How many visits have a study day.</summary>
    public int Rows { get; init; }

    /// <summary>Visits by date that wait for the date of the first dose.</summary>
    public int VisitsWithoutDay { get; init; }

    public ImmutableArray<EventFigures> Events { get; init; } = [];

    /// <inheritdoc cref="SubjectData.TreatmentMonths"/>
    public decimal? TreatmentMonths => LastDoseDay is { } last ? (last - StartDay + 1) / VisitSchedule.DaysPerMonth : null;
}
