using System.Globalization;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>Treatment as lanes: one bar a subject from first to last dose, as thick as the dose, with visits and adverse events.</summary>
internal static class ExposureChart
{
    private const int Left = 104;
    private const int Right = Picture.Width - 16;
    private const int Top = 10;

    /// <summary>So many lanes as there are subjects, on one page of paper at most.</summary>
    private const double MostHeight = 720;

    public static Markup Write(Summary summary)
    {
        var lanes = summary.Subjects
            .Where(subject => subject.KnownToDay > subject.FirstDoseDay)
            .OrderByDescending(subject => subject.KnownToDay!.Value - subject.FirstDoseDay)
            .ThenBy(subject => subject.Site, StringComparer.Ordinal)
            .ThenBy(subject => subject.Subject, StringComparer.Ordinal)
            .ToList();
        if (lanes.Count == 0)
        {
            return Markup.Empty;
        }

        var lane = Math.Min(26, MostHeight / lanes.Count);
        var bottom = Top + (int)Math.Ceiling(lane * lanes.Count);
        var x = MonthAxis.Around(lanes.SelectMany(Months), Left, Right);
        var highest = lanes.SelectMany(subject => subject.Doses).Select(dose => dose.MgPerDay).Append(0).Max();
        return new Picture
        {
            Id = "chart-exposure",
            Title = "Treatment, visits and adverse events, by subject",
            Description = Description(lanes),
            Height = bottom + 46,
            Drawing = Markup.Of($"{MonthAxis.Draw(x, Top, bottom)}{lanes.Select((subject, index) => ExposureLane.Bar(subject, x, Middle(index), lane, highest))}{lanes.Select((subject, index) => ExposureLane.Marks(subject, x, Middle(index), lane))}"),
            Key =
            [
                .. highest > 0 ? [(new Markup("<path class=\"dose\" d=\"M0 2H28V12H0Z\"/>"), $"on imatinib; full thickness is {Rounded.Shortest(highest)} mg/day")] : Array.Empty<(Markup, string)>(),
                .. lanes.Any(ExposureLane.StartsUnknown) ? [(new Markup("<path class=\"dose-unknown\" d=\"M1 2H27V12H1Z\"/>"), "on imatinib, dose not known")] : Array.Empty<(Markup, string)>(),
                (new("<path class=\"arrow\" d=\"M8 1L19 7L8 13Z\"/>"), "treatment goes on"),
                .. ExposureLane.HasTicks(lane) ? [(new Markup("<path class=\"tick\" d=\"M14 2V12\"/>"), "visit")] : Array.Empty<(Markup, string)>(),
                .. ExposureLane.HasEvents(lane) ? [(Symbols.Event(false, "14", "7"), "adverse event")] : Array.Empty<(Markup, string)>(),
                (Symbols.Event(true, "14", "7"), "serious adverse event"),
            ],
            Caption = Caption(summary, lanes, lane),
            Numbers = [Table(lanes)],
        }.ToMarkup();

        double Middle(int index) => Top + ((index + 0.5) * lane);
    }

    private static IEnumerable<double> Months(SubjectCourse subject) =>
        subject.AdverseEvents.Select(one => one.OnsetDay).OfType<int>().Concat(subject.Visits.Select(visit => visit.StudyDay)).Append(subject.KnownToDay!.Value).Select(MonthAxis.Month);

    private static string Caption(Summary summary, List<SubjectCourse> lanes, double lane)
    {
        var left = summary.Subjects.Length - lanes.Count;
        var undated = lanes.Sum(subject => subject.AdverseEvents.Count(one => one.OnsetDay is null));
        return string.Join(' ', new[]
        {
            "From first to last dose; without a last dose to the cut-off, or to the last visit where no start date was sent.",
            lanes.Any(subject => subject.Doses.Length > 1) ? "A number on the bar is a new dose in mg/day." : "",
            left > 0 ? $"{left} of {summary.Subjects.Length} subjects have no known time on treatment." : "",
            undated > 0 ? $"{undated} adverse events without a known onset are not drawn." : "",
            ExposureLane.HasEvents(lane) ? "" : "With so many subjects only serious events are marked.",
        }.Where(sentence => sentence.Length > 0));
    }

    private static string Description(List<SubjectCourse> lanes)
    {
        var ongoing = lanes.Count(subject => subject.LastDoseDay is null);
        var events = lanes.Sum(subject => subject.AdverseEvents.Length);
        var serious = lanes.Sum(subject => subject.AdverseEvents.Count(one => one.IsSerious));
        return $"{lanes.Count} {(lanes.Count == 1 ? "subject" : "subjects")}, {ongoing} still treated as far as is known; time on treatment from {Duration(lanes[^1])} to {Duration(lanes[0])} months; {events} adverse events, {serious} of them serious.";
    }

    /// <summary>First and last day included.</summary>
    private static string Duration(SubjectCourse subject) =>
        Rounded.Number((subject.KnownToDay!.Value - subject.FirstDoseDay + 1) / (double)Domain.Sites.VisitSchedule.DaysPerMonth, 1);

    private static HtmlTable Table(List<SubjectCourse> lanes)
    {
        var table = new HtmlTable(
            "Treatment, visits and adverse events", "Subject", "Site", "First day", "Last day", "Months", "Goes on", "Study day: mg/day", "Visits", "Adverse events, study day")
        {
            TextColumns = [1, 5, 6, 8],
        };
        foreach (var subject in lanes)
        {
            table.Add(
                subject.Subject,
                subject.Site,
                Rounded.Number(subject.FirstDoseDay, 0),
                Rounded.Number(subject.KnownToDay, 0),
                Duration(subject),
                subject.LastDoseDay is null ? "yes" : "no",
                subject.Doses.IsEmpty ? Rounded.None : string.Join("; ", subject.Doses.Select(dose => $"{dose.StudyDay.ToString(CultureInfo.InvariantCulture)}: {Rounded.Shortest(dose.MgPerDay)}")),
                Rounded.Count(subject.Visits.Length),
                subject.AdverseEvents.IsEmpty ? Rounded.None : string.Join("; ", subject.AdverseEvents.Select(Words)));
        }

        return table;
    }

    private static string Words(CourseEvent one) =>
        $"{one.Term ?? "not named"} ({(one.IsSerious ? "serious, " : "")}{(one.OnsetDay is { } day ? $"day {Rounded.Number(day, 0)}" : "day not known")})";
}
