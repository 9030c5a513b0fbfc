using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tables;

/// <summary>The site's documents read together, this one as the latest.</summary>
/// <param name="joined">Subjects whose rows had to be joined.</param>
/// <param name="own">The others.</param>
/// <param name="sheets">The place of each sheet in the workbook.</param>
internal sealed class SiteView(SiteData joined, IReadOnlyList<OwnCourses> own, IReadOnlyDictionary<string, int> sheets)
{
    /// <summary>Stands for the submission that is being checked: later than any other.</summary>
    public static SubmissionId Current { get; } = SubmissionId.Parse("99991231T235959999Z-ffffffffff");

    public int Subjects => joined.Subjects.Length + own.Count;

    public IEnumerable<OutcomeConflict> Conflicts => joined.Conflicts;

    public static bool IsOurs(PlacedOutcome outcome) => outcome.Source.Submission == Current;

    /// <summary>One for each subject.</summary>
    public IEnumerable<Course> Courses(string variable) =>
        joined.Subjects.Select(subject => Joined(subject, variable)).Concat(own.Select(subject => subject.Of(variable)));

    /// <summary>A finding at the cell of a value of this document.</summary>
    public Finding At(string check, Course course, string variable, CourseValue value, params IssueDetail[] details) => value.Placed is { } placed
        ? At(check, course.Subject, placed, details)
        : new Finding(
            check,
            new Place(sheets.GetValueOrDefault(value.Row.Table.Sheet), value.Row.Table.Sheet, value.Row.Number, value.Own?.Column.Number ?? 0, course.Subject, variable),
            [.. details]);

    /// <summary>A finding at the cell of an outcome of this document.</summary>
    public Finding At(string check, string subject, PlacedOutcome outcome, params IssueDetail[] details)
    {
        var (sheet, address) = outcome.Outcome.Cell?.LastIndexOf('!') is { } mark and > 0
            ? (outcome.Outcome.Cell[..mark], outcome.Outcome.Cell[(mark + 1)..])
            : (outcome.Source.Sheet, outcome.Outcome.Cell);
        var cell = address is null ? null : CellAddress.TryParse(address);
        var at = new Place(sheets.GetValueOrDefault(sheet), sheet, cell?.Row ?? outcome.Source.Row, cell?.Column ?? 0, subject, outcome.Outcome.Variable);
        return new Finding(check, at, [.. details]);
    }

    private static Course Joined(SubjectData subject, string variable)
    {
        var values = new List<CourseValue>();
        foreach (var visit in subject.Visits)
        {
            if (visit.Values.TryGetValue(variable, out var placed))
            {
                values.Add(new CourseValue(visit.StudyDay, placed.Number, placed.Outcome.Value.Text, placed, null, default));
            }
        }

        return new Course(subject.Subject, subject.Number(variable), values);
    }
}
