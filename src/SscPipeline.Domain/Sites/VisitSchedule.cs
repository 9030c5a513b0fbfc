using System.Collections.Immutable;

namespace SscPipeline.Domain.Sites;

/// <summary>One planned visit and the study days that count for it, both ends included.</summary>
/// <param name="Month">0 for baseline.</param>
public sealed record PlannedVisit(string Label, int Month, int TargetDay, DayWindow Strict, DayWindow Contiguous)
{
    public DayWindow Window(WindowRule rule) => rule == WindowRule.Strict ? Strict : Contiguous;
}

/// <summary>Study days from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
public readonly record struct DayWindow(int First, int Last)
{
    public bool Contains(int studyDay) => studyDay >= First && studyDay <= Last;
}

/// <summary>Strict windows leave gaps between visits (the default); contiguous ones leave none (a sensitivity analysis).</summary>
public enum WindowRule
{
    Strict,
    Contiguous,
}

/// <summary>The study's visits and windows. Study day 1 is the first imatinib dose, a month is 30.4375 days.</summary>
/// <remarks>A design choice of this study; 12 months ± 2 follows registry practice (doi:10.1136/annrheumdis-2015-208024).</remarks>
public static class VisitSchedule
{
    public const decimal DaysPerMonth = 30.4375m;

    public static ImmutableArray<PlannedVisit> Visits { get; } =
    [
        new("baseline", 0, 1, new(-30, 1), new(-30, 1)),
        new("M1", 1, 30, new(16, 44), new(16, 60)),
        new("M3", 3, 91, new(61, 121), new(61, 136)),
        new("M6", 6, 183, new(153, 213), new(137, 228)),
        new("M9", 9, 274, new(244, 304), new(229, 319)),
        new("M12", 12, 365, new(305, 425), new(320, 456)),
        new("M18", 18, 548, new(488, 608), new(457, 639)),
        new("M24", 24, 731, new(671, 791), new(640, 821)),
        new("M30", 30, 913, new(853, 973), new(822, 1004)),
    ];

    /// <summary>The visit in whose window the day lies; null between windows and after the last.</summary>
    public static PlannedVisit? At(int studyDay, WindowRule rule) => Visits.FirstOrDefault(visit => visit.Window(rule).Contains(studyDay));

    /// <summary>The day that a nominal month stands for: 1 at baseline, otherwise the month in days, halves away from zero (24 months: 731).</summary>
    public static int TargetDay(decimal month) =>
        month == 0 ? 1 : (int)Math.Round(month * DaysPerMonth, MidpointRounding.AwayFromZero);

    /// <summary>Day 1 is the start itself; the day before it is 0.</summary>
    public static int StudyDay(DateOnly date, DateOnly start) => date.DayNumber - start.DayNumber + 1;
}
