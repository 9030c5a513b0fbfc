using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Composite indices of subjects whose five items were all sent at baseline and at month 12.</summary>
internal static class Composites
{
    private static readonly ImmutableArray<int> Levels = [20, 25, 30, 50];
    private static readonly PlannedVisit Month12 = VisitSchedule.Visits.Single(visit => visit.Month == 12);

    /// <param name="sites">By site, as <see cref="OfSite"/> gives them.</param>
    public static Composite Build(IReadOnlyList<(CompositeRow? Row, ImmutableArray<CompositeSubject> Subjects)> sites)
    {
        ImmutableArray<CompositeSubject> subjects = [.. sites.SelectMany(site => site.Subjects)];
        var overall = Row(Cohort.Overall, subjects, sites.Sum(site => site.Row?.Incomplete ?? 0));
        return new Composite([.. sites.Select(site => site.Row).Prepend(overall).OfType<CompositeRow>()], subjects);
    }

    /// <returns>One row, or none where no subject has an item at month 12.</returns>
    public static Composite OfSite(Scope site, WindowRule rule, bool isRecomputed)
    {
        var (complete, incomplete) = Subjects(site, rule, Items(isRecomputed), _ => null);
        return new Composite(Row(site.Name, complete, incomplete) is { } row ? [row] : [], complete);
    }

    /// <summary>All sites together under another rule than their tables.</summary>
    /// <param name="tables">Of the cohort's sites: whoever has the same visits in both windows of month 12 is taken from there.</param>
    public static CompositeRow? UnderOtherRule(Cohort cohort, WindowRule other, ImmutableArray<SiteTables> tables)
    {
        var (complete, incomplete) = (ImmutableArray.CreateBuilder<CompositeSubject>(), 0);
        foreach (var (site, own) in cohort.SiteScopes.Zip(tables))
        {
            var known = own.CompositeSubjects.ToDictionary(subject => subject.Subject, StringComparer.Ordinal);
            var found = Subjects(
                site, other, Items(own.IsRecomputed), subject => subject.InWindow(Month12, own.Rule) == subject.InWindow(Month12, other) ? known.GetValueOrDefault(subject.Id) : null);
            complete.AddRange(found.Complete);
            incomplete += found.Incomplete;
        }

        return Row(Cohort.Overall, complete.DrainToImmutable(), incomplete);
    }

    private static int[] Items(bool isRecomputed) =>
    [
        .. new[] { Variables.MrssTotal, PercentPredicted.Variable(Variables.FvcPctPred, isRecomputed), Variables.PatientGlobal, Variables.PhysicianGlobal, Variables.HaqDi }
            .Select(FigureVariables.PlaceOf),
    ];

    /// <param name="known">What need not be made again.</param>
    private static (ImmutableArray<CompositeSubject> Complete, int Incomplete) Subjects(Scope site, WindowRule rule, int[] items, Func<CohortSubject, CompositeSubject?> known)
    {
        var (complete, incomplete) = (ImmutableArray.CreateBuilder<CompositeSubject>(), 0);
        foreach (var subject in site.Subjects)
        {
            if (known(subject) is { } made)
            {
                complete.Add(made);
            }
            else if (Items(subject, VisitSchedule.Visits[0], rule, items) is { } before && Items(subject, Month12, rule, items) is { } now)
            {
                complete.Add(Of(subject, before, now));
            }
            else if (HasAny(subject, rule, items))
            {
                incomplete++;
            }
        }

        return (complete.DrainToImmutable(), incomplete);
    }

    private static bool HasAny(CohortSubject subject, WindowRule rule, int[] items) => items.Any(item => subject.At(Month12, rule, item) is not null);

    private static CompositeSubject Of(CohortSubject subject, CoreSet before, CoreSet now)
    {
        var change = now - before;
        var p = Criss.Probability(change);
        return new CompositeSubject(
            subject.Site,
            subject.Id,
            (double)change.Mrss,
            (double)change.Fvc,
            (double)change.PatientGlobal,
            (double)change.PhysicianGlobal,
            (double)change.HaqDi,
            p,
            Criss.IsImproved(p),
            Levels.Where(level => Criss.IsResponder(before, now, level)).Select(level => (int?)level).Max(),
            subject.Data.Ild == "Y" && Criss.MayBeStepOne(before, now));
    }

    /// <summary>Null unless all are there.</summary>
    private static CoreSet? Items(CohortSubject subject, PlannedVisit visit, WindowRule rule, int[] items) =>
        subject.At(visit, rule, items[0]) is { } skin
        && subject.At(visit, rule, items[1]) is { } fvc
        && subject.At(visit, rule, items[2]) is { } patient
        && subject.At(visit, rule, items[3]) is { } physician
        && subject.At(visit, rule, items[4]) is { } haq
            ? new CoreSet(skin, fvc, patient, physician, haq)
            : null;

    private static CompositeRow? Row(string scope, ImmutableArray<CompositeSubject> complete, int incomplete) =>
        complete.Length + incomplete == 0 ? null : new CompositeRow(
            scope,
            complete.Length,
            incomplete,
            Distribution.Of(complete.Select(subject => (decimal)subject.CrissP)),
            Share.Of(complete, subject => subject.IsImproved),
            complete.Count(subject => subject.StepOneToReview),
            [.. Levels.Select(level => new RevisedCriss(level, Share.Of(complete, subject => subject.RevisedLevel >= level)))]);
}
