namespace SscPipeline.Spreadsheets.Building;

/// <summary>Dates as Excel counts them. The 1900 system has a day that never was (60 is 29 February 1900), so earlier days are one less.</summary>
internal static class SerialDates
{
    /// <summary>1 January 1904 as the 1900 system counts it.</summary>
    public const int Shift1904 = 1462;

    private static readonly DateTime s_epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static double ToSerial(DateTime date, bool uses1904)
    {
        var serial = (date - s_epoch).Ticks / (double)TimeSpan.TicksPerDay;
        return uses1904 ? serial - Shift1904 : serial < 61 ? serial - 1 : serial;
    }
}
