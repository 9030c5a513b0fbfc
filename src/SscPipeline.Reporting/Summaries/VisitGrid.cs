using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>All subjects at all planned visits under one rule for windows: what every measure asks, asked once.</summary>
internal sealed class VisitGrid
{
    private static readonly int Visits = VisitSchedule.Visits.Length;

    private readonly (int First, int Count)[] rows;
    private readonly bool[] expected;
    private readonly MissingWhy[] why;

    public VisitGrid(Cohort cohort, WindowRule rule)
    {
        (Rule, Subjects) = (rule, cohort.Subjects.Length);
        (rows, expected, why) = (new (int, int)[Visits * Subjects], new bool[Visits * Subjects], new MissingWhy[Visits * Subjects]);
        Parallel.ForEach(cohort.SiteScopes, site =>
        {
            for (var subject = 0; subject < site.Subjects.Length; subject++)
            {
                Look(site.Subjects[subject], site.First + subject);
            }
        });
    }

    public WindowRule Rule { get; }

    public int Subjects { get; }

    /// <summary>Rows of the site's columns in each subject's window.</summary>
    /// <param name="visit">Its place in <see cref="VisitSchedule.Visits"/>.</param>
    public ReadOnlySpan<(int First, int Count)> Rows(int visit) => rows.AsSpan(visit * Subjects, Subjects);

    public bool IsExpected(int visit, int subject) => expected[(visit * Subjects) + subject];

    public bool IsSeen(int visit, int subject) => rows[(visit * Subjects) + subject].Count > 0;

    /// <summary>Why there would be no value, as far as the visit itself tells.</summary>
    public MissingWhy Why(int visit, int subject) => why[(visit * Subjects) + subject];

    public int Expected(int visit, Scope scope) => expected.AsSpan((visit * Subjects) + scope.First, scope.Subjects.Length).Count(true);

    private void Look(CohortSubject subject, int place)
    {
        for (var visit = 0; visit < Visits; visit++)
        {
            var (planned, at) = (VisitSchedule.Visits[visit], (visit * Subjects) + place);
            rows[at] = subject.Rows(visit, Rule);
            expected[at] = subject.IsExpected(planned, Rule);
            why[at] = subject.WhyMissing(planned, Rule);
        }
    }
}
