using SscPipeline.Domain.Sites;

namespace SscPipeline.Domain.Tests.Sites;

public sealed class VisitScheduleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 30)]
    [InlineData(6, 183)]
    [InlineData(12, 365)]
    [InlineData(24, 731)]
    [InlineData(30, 913)]
    public void A_nominal_month_stands_for_a_study_day(int month, int day) => Assert.Equal(day, VisitSchedule.TargetDay(month));

    [Fact]
    public void Every_target_day_is_that_of_its_month_and_lies_in_both_windows() => Assert.All(VisitSchedule.Visits, visit =>
    {
        Assert.Equal(VisitSchedule.TargetDay(visit.Month), visit.TargetDay);
        Assert.True(visit.Strict.Contains(visit.TargetDay) && visit.Contiguous.Contains(visit.TargetDay));
    });

    [Theory]
    [InlineData(-31, null)]
    [InlineData(-30, 0)]
    [InlineData(1, 0)]
    [InlineData(2, null)]
    [InlineData(152, null)]
    [InlineData(153, 6)]
    [InlineData(213, 6)]
    [InlineData(214, null)]
    [InlineData(655, null)]
    [InlineData(671, 24)]
    [InlineData(974, null)]
    public void Strict_windows_include_both_ends_and_leave_gaps(int day, int? month) =>
        Assert.Equal(month, VisitSchedule.At(day, WindowRule.Strict)?.Month);

    [Fact]
    public void No_day_lies_in_two_windows_and_contiguous_ones_leave_no_gap_from_month_1_on()
    {
        for (var day = -40; day <= 1100; day++)
        {
            Assert.InRange(VisitSchedule.Visits.Count(visit => visit.Strict.Contains(day)), 0, 1);
            Assert.Equal(day is (>= -30 and <= 1) or (>= 16 and <= 1004) ? 1 : 0, VisitSchedule.Visits.Count(visit => visit.Contiguous.Contains(day)));
        }
    }

    [Fact]
    public void The_first_dose_is_on_day_1_and_the_day_before_is_day_0()
    {
        var start = new DateOnly(2012, 3, 5);

        Assert.Equal((1, 0, 366), (VisitSchedule.StudyDay(start, start), VisitSchedule.StudyDay(start.AddDays(-1), start), VisitSchedule.StudyDay(start.AddYears(1), start)));
    }
}
