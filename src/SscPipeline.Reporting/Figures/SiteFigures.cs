using System.Collections.Immutable;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Figures;

/// <summary>All that reports read of a site's joined documents, in columns: about a tenth of the room, and no text to look up.</summary>
/// <remarks>Made from the site's data and the reference equations alone, so it holds until either changes; it does not know the cut-off.</remarks>
public sealed class SiteFigures
{
    internal SiteFigures(string site, ImmutableArray<SubjectFigures> subjects, FigureColumns columns, ulong sent) =>
        (Site, Subjects, Columns, Sent) = (site, subjects, columns, sent);

    public string Site { get; }

    public int SubjectCount => Subjects.Length;

    /// <summary>By pseudonym.</summary>
    internal ImmutableArray<SubjectFigures> Subjects { get; }

    internal FigureColumns Columns { get; }

    /// <summary>A bit for each place of a variable that some visit has a value of, also a censored one.</summary>
    internal ulong Sent { get; }

    /// <summary>What an earlier report made of them; null before the first.</summary>
    internal SiteTables? Tables { get; set; }

    /// <param name="site">With its recomputed values, if there are to be any.</param>
    public static SiteFigures Of(SiteData site) => Of(site, (_, _) => []);

    /// <summary>The figures of the site with its recomputed values, without putting these among the others first.</summary>
    public static SiteFigures Of(SiteData site, ReferenceChoice choice) => Of(site, (subject, visit) => Recomputation.Of(subject, visit, choice));

    private static SiteFigures Of(SiteData site, Func<SubjectData, VisitData, IReadOnlyList<PlacedOutcome>> recompute)
    {
        ArgumentNullException.ThrowIfNull(site);
        var columns = new FigureColumns(site.Subjects.Sum(subject => subject.Visits.Count(visit => visit.StudyDay is not null)));
        var places = new VariablePlaces();
        var subjects = ImmutableArray.CreateBuilder<SubjectFigures>(site.Subjects.Length);
        var (row, sent) = (0, 0UL);
        foreach (var subject in site.Subjects.OrderBy(subject => subject.Subject, StringComparer.Ordinal))
        {
            var first = row;
            foreach (var visit in subject.Visits.Where(visit => visit.StudyDay is not null).Order(VisitOrder.Instance))
            {
                Add(subject, visit, recompute(subject, visit), places, columns, row++);
            }

            foreach (var visit in subject.Visits)
            {
                sent |= places.MaskOf(visit.Values.Keys);
            }

            subjects.Add(Of(subject, first, row - first));
        }

        return new SiteFigures(site.Site.Value, subjects.MoveToImmutable(), columns, sent);
    }

    internal bool IsSent(string variable) => (Sent & (1UL << FigureVariables.PlaceOf(variable))) != 0;

    private static SubjectFigures Of(SubjectData subject, int first, int rows) => new()
    {
        Subject = subject.Subject,
        HasSubjectRow = subject.HasSubjectRow,
        Sex = subject.Code(Variables.Sex),
        Ild = subject.Code(Variables.Ild),
        Dose = subject.Number(Variables.ImatinibDose),
        StartDate = subject.StartDate,
        StartDay = subject.StartDay,
        LastDoseDay = subject.LastDoseDay,
        FirstRow = first,
        Rows = rows,
        VisitsWithoutDay = subject.Visits.Length - rows,
        Events = [.. subject.AdverseEvents.Select(Of)],
    };

    private static EventFigures Of(AdverseEventData adverseEvent) => new(
        adverseEvent.OnsetDay,
        adverseEvent.EndDay,
        [.. FigureVariables.OfEvents.Select(variable => adverseEvent.Values.GetValueOrDefault(variable)?.Outcome)
            .Select(outcome => new EventValue(outcome?.Value, outcome?.Comparator is not null))]);

    private static void Add(
        SubjectData subject, VisitData visit, IReadOnlyList<PlacedOutcome> recomputed, VariablePlaces places, FigureColumns columns, int row)
    {
        columns.StudyDays[row] = visit.StudyDay!.Value;
        columns.Tpn[row] = visit.Code(Variables.Tpn);
        var at = places.Of(visit.Values.Keys);
        var values = visit.Values.Values;
        for (var index = 0; index < at.Length; index++)
        {
            if (at[index] is >= 0 and var place && values[index].Number is { } number)
            {
                columns.Set(place, row, number);
            }
        }

        foreach (var value in recomputed)
        {
            Set(value.Outcome.Variable, value.Number);
        }

        Func<string, decimal?> ofVisit = Number;
        foreach (var variable in DerivedValues.All)
        {
            Set(variable, DerivedValues.Number(subject, ofVisit, variable));
        }

        foreach (var (variable, reason) in visit.Missing)
        {
            if (FigureVariables.TryPlaceOf(variable) is { } place)
            {
                columns.SetMissing(place, row, reason);
            }
        }

        void Set(string variable, decimal? value)
        {
            if (value is { } number && FigureVariables.TryPlaceOf(variable) is { } place)
            {
                columns.Set(place, row, number);
            }
        }

        decimal? Number(string variable)
        {
            foreach (var value in recomputed)
            {
                if (value.Outcome.Variable == variable)
                {
                    return value.Number ?? visit.Number(variable);
                }
            }

            return visit.Number(variable);
        }
    }
}
