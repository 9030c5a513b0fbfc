using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>One measure of all subjects at all planned visits.</summary>
internal sealed class MeasureValues : IDisposable
{
    private static readonly int Kinds = Enum.GetValues<MissingWhy>().Length;

    private readonly VisitGrid grid;
    private readonly int place;
    private readonly int first;
    private readonly ArraySegment<long>[] values;
    private readonly Lent lent = new();

    /// <param name="sites">Side by side.</param>
    /// <param name="place">In <see cref="FigureVariables.Numbers"/>.</param>
    public MeasureValues(ImmutableArray<Scope> sites, VisitGrid grid, int place)
    {
        (this.grid, this.place, first) = (grid, place, sites.IsEmpty ? 0 : sites[0].First);
        Scale = sites.Max(site => site.Columns.Column(place)?.Scale) ?? 0;
        var subjects = sites.Sum(site => site.Subjects.Length);
        values = [.. VisitSchedule.Visits.Select((_, visit) => Filled(sites, visit, subjects))];
    }

    private MeasureValues(ImmutableArray<Scope> sites, VisitGrid grid, MeasureValues known, bool[] isAlike)
    {
        (this.grid, place, first, Scale) = (grid, known.place, known.first, known.Scale);
        values = [.. known.values.Select((same, visit) => isAlike[visit] ? same : Filled(sites, visit, same.Count))];
    }

    /// <summary>Decimal places of all values.</summary>
    public int Scale { get; }

    /// <summary>Digits; <see cref="FigureColumn.None"/> where there is no value.</summary>
    public ReadOnlySpan<long> At(int visit, Scope scope) => values[visit].AsSpan(scope.First - first, scope.Subjects.Length);

    /// <summary>Why subjects of a site have no value.</summary>
    public MissingCounts Missing(int visit, Scope site)
    {
        var found = At(visit, site);
        Span<int> counts = stackalloc int[Kinds];
        var isWithheld = !site.Columns.Masks(MissingReason.Withheld).IsEmpty;
        for (var subject = 0; subject < found.Length; subject++)
        {
            if (found[subject] == FigureColumn.None)
            {
                counts[(int)(isWithheld && IsWithheld(site, visit, site.First + subject) ? MissingWhy.Rejected : grid.Why(visit, site.First + subject))]++;
            }
        }

        return new MissingCounts(
            counts[(int)MissingWhy.NotYetDue], counts[(int)MissingWhy.Withdrawn], counts[(int)MissingWhy.NotDone], counts[(int)MissingWhy.Rejected]);
    }

    /// <summary>The same under another rule for windows, to be disposed of before these.</summary>
    /// <param name="sites">As these were made of.</param>
    /// <param name="isAlike">By visit, whether both rules' windows hold the same rows.</param>
    public MeasureValues Under(ImmutableArray<Scope> sites, VisitGrid other, bool[] isAlike) => new(sites, other, this, isAlike);

    public void Dispose() => lent.Dispose();

    private ArraySegment<long> Filled(ImmutableArray<Scope> sites, int visit, int subjects)
    {
        var found = lent.Take<long>(subjects);
        foreach (var site in sites)
        {
            Fill(site, visit, found.AsSpan(site.First - first, site.Subjects.Length));
        }

        return found;
    }

    private bool IsWithheld(Scope site, int visit, int subject)
    {
        var (from, count) = grid.Rows(visit)[subject];
        for (var row = from; row < from + count; row++)
        {
            if (site.Columns.IsWithheld(place, row))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As <see cref="CohortSubject.At(PlannedVisit, WindowRule, int)"/>: at baseline the last value in the window, else the one nearest to the target day.</summary>
    private void Fill(Scope site, int visit, Span<long> found)
    {
        found.Fill(FigureColumn.None);
        if (site.Columns.Column(place) is not { } column)
        {
            return;
        }

        var digits = column.Digits;
        var unit = Digits.PowerOfTen(Scale - column.Scale);
        var (days, target) = (site.Columns.StudyDays, VisitSchedule.Visits[visit].TargetDay);
        var rows = grid.Rows(visit).Slice(site.First, found.Length);
        for (var subject = 0; subject < found.Length; subject++)
        {
            var (from, count) = rows[subject];
            var nearest = int.MaxValue;
            for (var row = from; row < from + count; row++)
            {
                var distance = visit == 0 ? -row : Math.Abs(days[row] - target);
                if (distance < nearest && digits[row] is not FigureColumn.None and var number)
                {
                    (nearest, found[subject]) = (distance, checked(number * unit));
                }
            }
        }
    }
}
