using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

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
        var fvc = PercentPredicted.Variable(Variables.FvcPctPred, isRecomputed);
        ImmutableArray<string> variables = [Variables.MrssTotal, fvc, Variables.PatientGlobal, Variables.PhysicianGlobal, Variables.HaqDi];
        var seen = site.Subjects
            .Where(subject => variables.Any(variable => subject.At(Month12, rule, variable) is not null))
            .Select(subject => Complete(subject, rule, variables))
            .ToList();
        ImmutableArray<CompositeSubject> complete = [.. seen.OfType<CompositeSubject>()];
        return new Composite(Row(site.Name, complete, seen.Count - complete.Length) is { } row ? [row] : [], complete);
    }

    private static CompositeSubject? Complete(CohortSubject subject, WindowRule rule, ImmutableArray<string> variables)
    {
        var (before, now) = (Items(variables, subject.Baseline), Items(variables, variable => subject.At(Month12, rule, variable)));
        if (before is null || now is null)
        {
            return null;
        }

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

    private static CoreSet? Items(ImmutableArray<string> variables, Func<string, decimal?> valueOf)
    {
        var values = variables.Select(valueOf).OfType<decimal>().ToList();
        return values.Count < variables.Length ? null : new CoreSet(values[0], values[1], values[2], values[3], values[4]);
    }

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
