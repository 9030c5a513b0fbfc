using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Composite indices of subjects whose five items were all sent at baseline and at month 12.</summary>
internal static class Composites
{
    private static readonly ImmutableArray<int> Levels = [20, 25, 30, 50];
    private static readonly PlannedVisit Month12 = VisitSchedule.Visits.Single(visit => visit.Month == 12);

    public static Composite Build(Cohort cohort, IEnumerable<Scope> scopes, WindowRule rule, bool isRecomputed)
    {
        var fvc = PercentPredicted.Variable(Variables.FvcPctPred, isRecomputed);
        ImmutableArray<string> variables = [Variables.MrssTotal, fvc, Variables.PatientGlobal, Variables.PhysicianGlobal, Variables.HaqDi];
        var found = cohort.Subjects
            .Where(subject => variables.Any(variable => subject.At(Month12, rule, variable) is not null))
            .ToDictionary(subject => subject, subject => Complete(subject, rule, variables));
        return new Composite(
            [.. scopes.Select(scope => Row(scope.Name, [.. scope.Subjects.Where(found.ContainsKey).Select(subject => found[subject])])).OfType<CompositeRow>()],
            [.. cohort.Subjects.Select(subject => found.GetValueOrDefault(subject)).OfType<CompositeSubject>()]);
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

    private static CompositeRow? Row(string scope, List<CompositeSubject?> seen)
    {
        var complete = seen.OfType<CompositeSubject>().ToList();
        return seen.Count == 0 ? null : new CompositeRow(
            scope,
            complete.Count,
            seen.Count - complete.Count,
            Distribution.Of(complete.Select(subject => (decimal)subject.CrissP)),
            Share.Of(complete, subject => subject.IsImproved),
            complete.Count(subject => subject.StepOneToReview),
            [.. Levels.Select(level => new RevisedCriss(level, Share.Of(complete, subject => subject.RevisedLevel >= level)))]);
    }
}
