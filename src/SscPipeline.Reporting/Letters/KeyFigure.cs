namespace SscPipeline.Reporting.Letters;

/// <summary>One number that tells an investigator whether to open the report.</summary>
/// <param name="Name">For programs, such as <c>mrss_change_month_6</c>.</param>
/// <param name="Label">For people.</param>
/// <param name="N">Of how many subjects; null where the value is a count itself.</param>
public sealed record KeyFigure(string Name, string Label, double Value, string Unit, int? N);
