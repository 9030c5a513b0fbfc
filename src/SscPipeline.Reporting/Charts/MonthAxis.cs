using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Charts;

/// <summary>The axis of study months that pictures over time share: planned visits, then every year.</summary>
internal static class MonthAxis
{
    private const int Year = 12;

    /// <summary>Two labels nearer than this would touch on a telephone.</summary>
    private const double LabelRoom = 17;

    public static double Month(int studyDay) => (studyDay - 1) / (double)VisitSchedule.DaysPerMonth;

    /// <summary>Holds all months, whole ones, and at least the first half year.</summary>
    public static Axis Around(IEnumerable<double> months, double from, double to)
    {
        double[] all = [0, 6, .. months];
        return new Axis(Math.Floor(all.Min()), Math.Ceiling(all.Max()), from, to);
    }

    public static Markup Draw(Axis x, int top, int bottom) => Markup.Of($"""
        {Ticks(x).Select(month => Markup.Of($"<path class=\"grid\" d=\"M{x.At(month)} {top}V{bottom}\"/><text x=\"{x.At(month)}\" y=\"{bottom + 18}\" text-anchor=\"middle\">{month}</text>\n"))}<text class="label" x="{x.At((x.Low + x.High) / 2)}" y="{bottom + 38}" text-anchor="middle">Months since the first dose</text>

        """);

    private static IEnumerable<int> Ticks(Axis x)
    {
        var last = double.NegativeInfinity;
        var years = Enumerable.Range(0, (int)(x.High / Year) + 1).Select(year => year * Year).Where(month => month > VisitSchedule.Visits[^1].Month);
        foreach (var month in VisitSchedule.Visits.Select(visit => visit.Month).Concat(years).Where(month => month >= x.Low && month <= x.High))
        {
            if (x.Position(month) - last >= (month < 10 ? LabelRoom : LabelRoom * 1.6))
            {
                last = x.Position(month);
                yield return month;
            }
        }
    }
}
