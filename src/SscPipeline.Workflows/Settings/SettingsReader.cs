using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SscPipeline.Spreadsheets;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Settings;

/// <summary>Turns configuration into <see cref="PipelineSettings"/>, or says which setting is wrong, why, and what would be right.</summary>
public static class SettingsReader
{
    /// <exception cref="SettingException">A setting has a value that the pipeline cannot work with.</exception>
    public static PipelineSettings Read(IConfiguration configuration)
    {
        var study = configuration["Ssc:Study"] is { Length: > 0 } name ? name : new PipelineSettings().Study;
        var acceptance = Acceptance(configuration["Ssc:Acceptance"]);
        var pattern = Pattern(configuration["Ssc:SubjectPattern"]);
        var dates = Dates(configuration["Ssc:Dates"]);
        var reference = ReferenceSettings.Read(configuration);
        var minimumCell = MinimumCell(configuration["Ssc:MinimumCell"]);
        return new PipelineSettings
        {
            Study = study,
            Checking = new CheckingOptions { Acceptance = acceptance, SubjectPattern = pattern, Dates = dates, Reference = reference },
            Languages = SiteLanguages.Read(configuration.GetSection("Ssc:Sites")),
            Limits = Limits(configuration.GetSection("Ssc:Limits")),
            SiteKeys = SiteKeys.Read(configuration.GetSection("Ssc:Sites")),
            ForSummary = ImmutableSortedDictionary<string, string>.Empty
                .Add("acceptance", acceptance.ToString())
                .Add("percentPredicted", ReferenceSettings.PercentPredicted(configuration))
                .Add("windowRule", "strict")
                .AddRange(ReferenceSettings.ForSummary(reference))
                .AddRange(minimumCell is null ? [] : [KeyValuePair.Create("minimumCell", minimumCell)]),
        };
    }

    private static Acceptance Acceptance(string? text) =>
        string.IsNullOrEmpty(text) ? Validation.Acceptance.Values
        : Enum.TryParse<Acceptance>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new SettingException("Ssc:Acceptance", $"is '{text}'. Allowed are Values, Rows and AllOrNothing.", "Values");

    private static DatePolicy Dates(string? text) =>
        string.IsNullOrEmpty(text) ? DatePolicy.Allowed
        : Enum.GetValues<DatePolicy>().Where(policy => policy.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).Cast<DatePolicy?>().FirstOrDefault()
            ?? throw new SettingException("Ssc:Dates", $"is '{text}'. Allowed are Allowed and StudyDayOnly.", "StudyDayOnly");

    /// <summary>Null when it is left to the report.</summary>
    private static string? MinimumCell(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 1 ? value.ToString(CultureInfo.InvariantCulture)
        : throw new SettingException("Ssc:MinimumCell", $"is '{text}'. It must be a whole number above 1.", "5");

    private static string? Pattern(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            _ = new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return text;
        }
        catch (ArgumentException)
        {
            throw new SettingException("Ssc:SubjectPattern", "is not a regular expression.", "^SYN-[A-Z]-[0-9]{2}$");
        }
    }

    private static SpreadsheetLimits Limits(IConfigurationSection section)
    {
        var limits = new SpreadsheetLimits();
        return limits with
        {
            FileBytes = Number("FileBytes", limits.FileBytes),
            UncompressedBytes = Number("UncompressedBytes", limits.UncompressedBytes),
            CompressionRatio = (int)Number("CompressionRatio", limits.CompressionRatio),
            ZipEntries = (int)Number("ZipEntries", limits.ZipEntries),
            Rows = (int)Number("Rows", limits.Rows),
            Columns = (int)Number("Columns", limits.Columns),
            Cells = (int)Number("Cells", limits.Cells),
            CellCharacters = (int)Number("CellCharacters", limits.CellCharacters),
            HeapBytes = Number("HeapBytes", limits.HeapBytes),
            Time = TimeSpan.FromSeconds(Number("Seconds", (long)limits.Time.TotalSeconds)),
        };

        long Number(string name, long preset) =>
            section[name] is not { Length: > 0 } text ? preset
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= int.MaxValue ? value
            : throw new SettingException(
                $"Ssc:Limits:{name}", $"is '{text}'. It must be a whole number from 1 to {int.MaxValue}.", preset.ToString(CultureInfo.InvariantCulture));
    }
}
