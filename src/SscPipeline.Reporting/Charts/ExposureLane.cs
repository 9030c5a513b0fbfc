using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>One lane of <see cref="ExposureChart"/>. The thinner the lane, the less is written on it; a serious event is always marked.</summary>
internal static class ExposureLane
{
    private const int NameLetters = 11;

    public static bool HasTicks(double lane) => lane >= 8;

    public static bool HasEvents(double lane) => lane >= 6;

    public static bool StartsUnknown(SubjectCourse subject) => subject.Doses.IsEmpty || subject.Doses[0].StudyDay > subject.FirstDoseDay;

    /// <param name="middle">Of the lane, in units of the drawing.</param>
    /// <param name="highest">The highest dose of all: as thick as a bar can be.</param>
    public static Markup Bar(SubjectCourse subject, Axis x, double middle, double lane, double highest)
    {
        var y = Axis.Text(middle);
        var isOngoing = subject.LastDoseDay is null;
        var name = lane < 11 ? Markup.Empty : Markup.Of($"<text class=\"{(lane < 18 ? "label small" : "label")}\" x=\"0\" y=\"{y}\" dy=\".35em\">{Symbols.Short(subject.Subject, NameLetters)}</text>");
        var end = x.Position(MonthAxis.Month(subject.KnownToDay!.Value));
        var arrow = !isOngoing ? Markup.Empty : Markup.Of(
            $"<path class=\"arrow\" d=\"M{Axis.Text(end + 1)} {Axis.Text(middle - (lane * 0.36))}L{Axis.Text(end + Math.Min(10, lane * 0.6))} {y}L{Axis.Text(end + 1)} {Axis.Text(middle + (lane * 0.36))}Z\"/>");
        return Markup.Of($"{name}{Bars(subject, x, middle, lane, highest)}{arrow}\n");
    }

    /// <summary>Drawn above all bars: in thin lanes a mark is larger than its lane.</summary>
    public static Markup Marks(SubjectCourse subject, Axis x, double middle, double lane) =>
        Markup.Of($"{Ticks(subject, x, middle, lane)}{Events(subject, x, Axis.Text(middle), lane)}\n");

    /// <summary>As thick as the dose; a line where it is interrupted, hollow where it is not known.</summary>
    private static IEnumerable<Markup> Bars(SubjectCourse subject, Axis x, double middle, double lane, double highest)
    {
        var last = subject.KnownToDay!.Value;
        List<(int Day, double? MgPerDay)> steps = [.. subject.Doses.Where(dose => dose.StudyDay <= last).Select(dose => (dose.StudyDay, (double?)dose.MgPerDay))];
        if (StartsUnknown(subject))
        {
            steps.Insert(0, (subject.FirstDoseDay, null));
        }

        for (var index = 0; index < steps.Count; index++)
        {
            var (from, to) = (x.Position(MonthAxis.Month(steps[index].Day)), x.Position(MonthAxis.Month(index + 1 < steps.Count ? steps[index + 1].Day : last)));
            var share = steps[index].MgPerDay is { } dose ? highest > 0 ? dose / highest : 0 : 1;
            var thickness = Math.Max(Math.Min(1.5, lane), lane * 0.62 * share);
            yield return Markup.Of($"<rect class=\"{(steps[index].MgPerDay is null ? "dose-unknown" : "dose")}\" x=\"{Axis.Text(from)}\" y=\"{Axis.Text(middle - (thickness / 2))}\" width=\"{Axis.Text(to - from)}\" height=\"{Axis.Text(thickness)}\"/>");
            if (index > 0 && lane >= 18)
            {
                yield return Markup.Of($"<path class=\"change\" d=\"M{Axis.Text(from)} {Axis.Text(middle - (lane * 0.42))}V{Axis.Text(middle + (lane * 0.42))}\"/><text class=\"inside\" x=\"{Axis.Text(from + 3)}\" y=\"{Axis.Text(middle)}\" dy=\".35em\">{Rounded.Shortest(steps[index].MgPerDay)}</text>");
            }
        }
    }

    private static IEnumerable<Markup> Ticks(SubjectCourse subject, Axis x, double middle, double lane) => !HasTicks(lane) ? [] : subject.Visits.Select(visit =>
        Markup.Of($"<path class=\"tick\" d=\"M{x.At(MonthAxis.Month(visit.StudyDay))} {Axis.Text(middle - (lane * 0.2))}V{Axis.Text(middle + (lane * 0.2))}\"/>"));

    private static IEnumerable<Markup> Events(SubjectCourse subject, Axis x, string y, double lane) =>
        from one in subject.AdverseEvents
        where one.OnsetDay is not null && (one.IsSerious || HasEvents(lane))
        select Symbols.Event(one.IsSerious, x.At(MonthAxis.Month(one.OnsetDay!.Value)), y);
}
