using System.Globalization;

namespace SscPipeline.Storage.Reports;

/// <summary>How the folders of an audience are called.</summary>
public static class ReportFolder
{
    public const string Latest = "latest";

    /// <summary>To the second.</summary>
    public static string Of(DateTimeOffset generatedAt) => generatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Of a report of what was known at a time in the past.</summary>
    public static string AsOf(DateTimeOffset cutOff) => $"as-of-{Of(cutOff)}";
}
