using System.Globalization;

namespace SscPipeline.Domain.Outcomes;

/// <summary>When a visit was, as the site sent it: by date, by study day or by nominal month; never more than stored rows can know.</summary>
/// <remarks>A date wins over a study day and a study day over a month, when several are given. A date becomes a study day only when
/// the site's documents are read together, since another one may hold the first dose.</remarks>
public readonly record struct VisitTime
{
    private readonly Unit unit;
    private readonly int day;
    private readonly decimal month;

    private VisitTime(Unit unit, int day, decimal month) => (this.unit, this.day, this.month) = (unit, day, month);

    private enum Unit : byte
    {
        None,
        Date,
        StudyDay,
        Month,
    }

    public DateOnly? Date => unit == Unit.Date ? DateOnly.FromDayNumber(day) : null;

    /// <summary>1 is the day of the first imatinib dose; there may be a day 0 and negative days before it.</summary>
    public int? StudyDay => unit == Unit.StudyDay ? day : null;

    /// <summary>Nominal months since the first dose; 0 is baseline.</summary>
    public decimal? Month => unit == Unit.Month ? month : null;

    public static VisitTime On(DateOnly date) => new(Unit.Date, date.DayNumber, 0);

    public static VisitTime AtDay(int studyDay) => new(Unit.StudyDay, studyDay, 0);

    public static VisitTime AtMonth(decimal month) => new(Unit.Month, 0, month / 1.000000000000000000000000000000m);

    /// <summary>As in table keys: <c>20120305</c>, <c>d184</c>, <c>m6</c>.</summary>
    public override string ToString() =>
        Date is { } date ? date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        : StudyDay is { } day ? string.Create(CultureInfo.InvariantCulture, $"d{day}")
        : string.Create(CultureInfo.InvariantCulture, $"m{Month}");

    public static VisitTime? TryParse(string text) => text switch
    {
        ['d', .. var day] when int.TryParse(day, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => AtDay(value),
        ['m', .. var month] when decimal.TryParse(month, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) =>
            AtMonth(value),
        _ when DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => On(date),
        _ => null,
    };
}
