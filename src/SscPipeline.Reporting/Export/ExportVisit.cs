using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Export;

/// <summary>A visit with its number and name.</summary>
/// <param name="Number">Null while the day is not known.</param>
internal sealed record ExportVisit(VisitData Data, decimal? Number, string? Name)
{
    private const decimal UnscheduledStep = 0.01m;

    /// <summary>1 for baseline, 2 for the next planned visit and so on.</summary>
    public static int NumberOf(PlannedVisit planned) => VisitSchedule.Visits.IndexOf(planned) + 1;

    public static string NameOf(PlannedVisit planned) =>
        planned.Month == 0 ? "BASELINE" : string.Create(CultureInfo.InvariantCulture, $"MONTH {planned.Month}");

    /// <summary>In the order of their days. What lies between two windows gets 3.01, 3.02 ... after the third planned visit.</summary>
    public static ImmutableArray<ExportVisit> Of(SubjectData subject)
    {
        var (visits, between) = (ImmutableArray.CreateBuilder<ExportVisit>(subject.Visits.Length), new Dictionary<int, int>());
        foreach (var visit in subject.Visits)
        {
            visits.Add(visit.StudyDay is not { } day ? new ExportVisit(visit, null, null)
                : VisitSchedule.At(day, WindowRule.Strict) is { } planned ? new ExportVisit(visit, NumberOf(planned), NameOf(planned))
                : Unscheduled(visit, VisitSchedule.Visits.Count(one => one.Strict.Last < day)));
        }

        return visits.MoveToImmutable();

        ExportVisit Unscheduled(VisitData visit, int after)
        {
            between[after] = between.GetValueOrDefault(after) + 1;
            var number = after + (between[after] * UnscheduledStep);
            return new ExportVisit(visit, number, string.Create(CultureInfo.InvariantCulture, $"UNSCHEDULED {number}"));
        }
    }
}
