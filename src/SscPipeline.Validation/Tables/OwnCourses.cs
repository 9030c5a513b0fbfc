using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Normalising;

namespace SscPipeline.Validation.Tables;

/// <summary>The courses of a subject of whom this document alone speaks, with one row for each day: read from the columns where they stand.</summary>
/// <remarks>What joining documents would make of it, in a tenth of the time and without an object for each value; nearly all subjects are such ones.</remarks>
internal sealed class OwnCourses
{
    private readonly OutcomeRow? facts;
    private readonly List<(int? Day, Record Visit)> visits;
    private readonly Withholding withheld;

    private OwnCourses(string subject, OutcomeRow? facts, List<(int?, Record)> visits, Withholding withheld) =>
        (Subject, this.facts, this.visits, this.withheld) = (subject, facts, visits, withheld);

    public string Subject { get; }

    /// <param name="rows">All of the document.</param>
    /// <param name="indexes">Of the subject's own among them.</param>
    /// <param name="withheld">What the checks have withheld so far.</param>
    /// <returns>Null when the rows have to be joined.</returns>
    public static OwnCourses? TryRead(string subject, NormalisedRows rows, IEnumerable<int> indexes, Withholding withheld)
    {
        OutcomeRow? facts = null;
        var visits = new List<(int? Day, Record Visit)>();
        foreach (var index in indexes)
        {
            switch (rows.KindOf(index))
            {
                case RecordKind.Subject:
                    facts = rows[index];
                    break;
                case RecordKind.Visit when rows.RecordOf(index) is { Rows.Count: 1, Facts.Count: 0 } visit:
                    visits.Add((null, visit));
                    break;
                case RecordKind.Visit:
                    return null;
                default:
                    break;
            }
        }

        var start = Fact(facts, Variables.ImatinibStartDate)?.Value.Date;
        for (var i = 0; i < visits.Count; i++)
        {
            visits[i] = (Day(visits[i].Visit.Visit ?? default, start), visits[i].Visit);
        }

        visits.Sort(Compare);
        for (var i = 1; i < visits.Count; i++)
        {
            if (visits[i].Day is not null && visits[i].Day == visits[i - 1].Day)
            {
                return null;
            }
        }

        return new OwnCourses(subject, facts, visits, withheld);
    }

    public Course Of(string variable)
    {
        var values = new List<CourseValue>(visits.Count);
        foreach (var (day, visit) in visits)
        {
            var row = visit.Rows[0];
            var column = row.Table.Column(variable);
            if (column is { IsFact: false } && column.States[row.Index] == ValueState.Value && new ValueRef(column, row.Index) is var own && !withheld.Has(own))
            {
                var isExact = column.Variable.IsNumber && column.ComparatorAt(row.Index) is null;
                values.Add(new CourseValue(
                    day, isExact ? column.NumberAt(row.Index) : null, column.Variable.IsNumber ? null : column.TextAt(row.Index), null, own, row));
            }
            else if (variable == Variables.MrssTotal && DerivedValues.MrssTotal(visit) is { } total)
            {
                values.Add(new CourseValue(day, total, null, null, null, row));
            }
        }

        return new Course(Subject, Fact(facts, variable) is { Comparator: null } fact ? fact.Value.Number : null, values);
    }

    private static Outcome? Fact(OutcomeRow? facts, string variable)
    {
        foreach (var fact in facts?.Outcomes ?? [])
        {
            if (fact.Variable == variable)
            {
                return fact;
            }
        }

        return null;
    }

    private static int? Day(VisitTime time, DateOnly? start) =>
        time.Date is { } date ? (start is { } first ? VisitSchedule.StudyDay(date, first) : null)
        : time.StudyDay ?? (time.Month is { } month ? VisitSchedule.TargetDay(month) : null);

    private static int Compare((int? Day, Record Visit) one, (int? Day, Record Visit) other) =>
        one.Day is null && other.Day is null
            ? string.CompareOrdinal(one.Visit.Visit.ToString(), other.Visit.Visit.ToString())
            : (one.Day ?? int.MaxValue).CompareTo(other.Day ?? int.MaxValue);
}
