namespace SscPipeline.Reporting.Export;

/// <summary>Study days as CDISC counts them.</summary>
internal static class ExportDay
{
    /// <param name="studyDay">Day 1 is the first dose, the day before it is 0.</param>
    /// <returns>Day 1 is the first dose, the day before it is -1: there is no day 0.</returns>
    public static int? Of(int? studyDay) => studyDay <= 0 ? studyDay - 1 : studyDay;

    public static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
