using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>What is drawn of one measure over time, taken from the summary.</summary>
internal sealed class Trajectory
{
    /// <summary>Above this many lines nobody can be followed: quartiles and extremes are drawn instead.</summary>
    public const int MostLines = 100;

    /// <summary>An interval of two values says little and would flatten everything else: the axis does not stretch for it.</summary>
    private const int SmallestNForAxis = 3;

    public Trajectory(Summary summary, Measure measure)
    {
        Definition = MeasureDefinition.Of(measure.Variable);
        Rows = [.. measure.Rows.Where(row => row is { Scope: Cohort.Overall, Mean: not null })];
        Means = [.. Rows.Where(SpeaksForMost)];
        var lines = summary.Subjects.Select(subject => new TrajectoryLine(subject, Points(subject, measure.Variable))).Where(line => !line.Points.IsEmpty).ToImmutableArray();
        Lines = lines.Length > MostLines ? [] : lines;
        IsCrowd = lines.Length > MostLines || (lines.IsEmpty && summary.Population.Subjects > MostLines);
    }

    public MeasureDefinition Definition { get; }

    /// <summary>All sites together, every visit that has a value.</summary>
    public ImmutableArray<MeasureRow> Rows { get; }

    /// <summary>Visits at which at least two and half of those expected were seen.</summary>
    public ImmutableArray<MeasureRow> Means { get; }

    public ImmutableArray<TrajectoryLine> Lines { get; }

    public bool IsCrowd { get; }

    public bool IsEmpty => Means.IsEmpty && Lines.IsEmpty;

    /// <summary>Few enough for each to have a mark of its own.</summary>
    public bool HasMarks => Lines.Length <= Symbols.Count;

    public Axis Months(double from, double to) =>
        MonthAxis.Around(Lines.SelectMany(line => line.Points.Select(point => point.Month)).Concat(Means.Select(row => (double)row.Month)), from, to);

    public Axis Values(double from, double to) => Axis.Around(
        [
            .. Lines.SelectMany(line => line.Points.Select(point => point.Value)),
            .. Means.Select(row => row.Mean!.Value),
            .. Means.Where(row => row.N >= SmallestNForAxis).SelectMany(row => row.MeanCi95 ?? []),
            .. IsCrowd ? Means.SelectMany(row => new[] { row.Min, row.Max }).OfType<double>() : [],
        ],
        from,
        to);

    /// <summary>A mean of the few that happened to be measured, or of the one who is left, would leap about and say nothing of the group.</summary>
    public static bool SpeaksForMost(MeasureRow row) => row.N > 1 && (row.NExpected is not { } expected || row.N * 2 >= expected);

    private static ImmutableArray<TrajectoryPoint> Points(SubjectCourse subject, string variable) =>
        [.. from visit in subject.Visits
            where visit.StudyDay >= Domain.Sites.VisitSchedule.Visits[0].Strict.First && visit.Values.ContainsKey(variable)
            select new TrajectoryPoint(visit.StudyDay, visit.Values[variable])];
}

internal sealed record TrajectoryLine(SubjectCourse Subject, ImmutableArray<TrajectoryPoint> Points);

internal readonly record struct TrajectoryPoint(int StudyDay, double Value)
{
    public double Month => MonthAxis.Month(StudyDay);
}
