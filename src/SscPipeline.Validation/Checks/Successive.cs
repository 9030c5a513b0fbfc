using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>Pairs of visits that follow each other.</summary>
internal static class Successive
{
    private const int ThreeMonths = 92;

    /// <summary>Numbers of a course, each with the one before it, at most three months (92 days) apart.</summary>
    public static IEnumerable<(CourseValue Earlier, CourseValue Later)> Numbers(Course course)
    {
        CourseValue? before = null;
        foreach (var value in course.Values)
        {
            if (value is not { StudyDay: not null, Number: not null })
            {
                continue;
            }

            if (before is { } earlier && value.StudyDay - earlier.StudyDay <= ThreeMonths)
            {
                yield return (earlier, value);
            }

            before = value;
        }
    }
}
