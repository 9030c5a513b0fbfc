using System.Globalization;

namespace SscPipeline.Workflows.Publishing;

/// <summary>A time in the past at which a report looks.</summary>
/// <param name="Before">What was settled before this moment counts.</param>
/// <param name="CutOff">As the report states it.</param>
public sealed record AsOf(DateTimeOffset Before, DateTimeOffset CutOff)
{
    /// <param name="text"><c>yyyy-MM-dd</c>: the end of that day in UTC. Or a time with its offset, such as <c>2026-03-02T06:00:00Z</c>: that second's end.</param>
    /// <returns>Null for any other text.</returns>
    public static AsOf? TryParse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            return Until(new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        }

        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyyMMdd'T'HHmmssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var second)
            ? Until(second.ToUniversalTime().AddSeconds(1))
            : null;
    }

    private static AsOf Until(DateTimeOffset before) => new(before, before.AddSeconds(-1));
}
