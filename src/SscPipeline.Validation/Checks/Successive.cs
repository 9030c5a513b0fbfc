using SscPipeline.Domain.Sites;

namespace SscPipeline.Validation.Checks;

/// <summary>Pairs of visits that follow each other.</summary>
internal static class Successive
{
    private const int ThreeMonths = 92;

    /// <summary>Visits with a value of the variable, each with the one before it, at most three months (92 days) apart.</summary>
    public static IEnumerable<(VisitData Earlier, VisitData Later)> Visits(SubjectData subject, string variable)
    {
        VisitData? earlier = null;
        foreach (var visit in subject.Visits.Where(visit => visit.StudyDay is not null && visit.Number(variable) is not null))
        {
            if (earlier is not null && visit.StudyDay - earlier.StudyDay <= ThreeMonths)
            {
                yield return (earlier, visit);
            }

            earlier = visit;
        }
    }
}
