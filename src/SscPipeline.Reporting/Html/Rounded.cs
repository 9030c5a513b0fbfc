using System.Globalization;

namespace SscPipeline.Reporting.Html;

/// <summary>Figures for people. This is the only place where anything is rounded.</summary>
internal static class Rounded
{
    public const string None = "–";

    /// <summary>In public reports: it exists and is not for everybody.</summary>
    public const string Withheld = "withheld";

    /// <summary>By number of decimals.</summary>
    private static readonly string[] Formats = ["F0", "F1", "F2", "F3"];

    public static string Number(double? value, int digits) =>
        value is not { } number ? None : Minus(Math.Round(number, digits, MidpointRounding.AwayFromZero).ToString(Formats[digits], CultureInfo.InvariantCulture));

    /// <summary>A value as it was sent: up to two decimals, none that it does not need.</summary>
    public static string Shortest(double? value) =>
        value is not { } number ? None : Minus(Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>A figure of somebody else, with the decimals that it was published with.</summary>
    public static string AsPublished(double figure) => Minus(figure.ToString(CultureInfo.InvariantCulture));

    public static string Count(int? count) => count is { } number ? number.ToString(CultureInfo.InvariantCulture) : None;

    public static string MeanAndSd(double? mean, double? sd, int digits) =>
        mean is null ? None : sd is null ? Number(mean, digits) : $"{Number(mean, digits)} ({Number(sd, digits)})";

    public static string Interval(IReadOnlyList<double>? interval, int digits) =>
        interval is null ? None : $"{Number(interval[0], digits)} to {Number(interval[1], digits)}";

    public static string Range(double? low, double? high, int digits) =>
        low is null || high is null ? None : $"{Number(low, digits)} to {Number(high, digits)}";

    public static string Share(int? part, int? whole) =>
        whole is not { } all ? None
        : part is not { } some ? $"{Withheld} (of {Count(all)})"
        : all == 0 ? $"{some}/0"
        : string.Create(CultureInfo.InvariantCulture, $"{some}/{all} ({100.0 * some / all:0} %)");

    public static string P(double? p) => p switch
    {
        null => None,
        < 0.001 => "<0.001",
        { } value => value.ToString(value < 0.1 ? "0.000" : "0.00", CultureInfo.InvariantCulture),
    };

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Minus(string number) =>
        number.StartsWith('-') && number.AsSpan(1).ContainsAnyExcept("0.") ? $"\u2212{number[1..]}" : number.TrimStart('-');
}
