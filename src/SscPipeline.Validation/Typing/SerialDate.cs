namespace SscPipeline.Validation.Typing;

/// <summary>Dates as spreadsheets store them: days since 1900 (with a 29 February 1900 that never was) or since 1904.</summary>
internal static class SerialDate
{
    private const int FalseLeapDay = 60;

    private static readonly int Epoch1900 = new DateOnly(1899, 12, 31).DayNumber;
    private static readonly int Epoch1904 = new DateOnly(1904, 1, 1).DayNumber;

    /// <summary>Null for the day that never was and for what no spreadsheet can show. The time of day is dropped.</summary>
    public static DateOnly? Read(double serial, bool uses1904Dates)
    {
        if (serial is not (>= 0 and < 2_958_466))
        {
            return null;
        }

        var days = (int)Math.Floor(serial);
        return uses1904Dates ? DateOnly.FromDayNumber(Math.Min(Epoch1904 + days, DateOnly.MaxValue.DayNumber))
            : days is 0 or FalseLeapDay ? null
            : DateOnly.FromDayNumber(Epoch1900 + (days > FalseLeapDay ? days - 1 : days));
    }
}
