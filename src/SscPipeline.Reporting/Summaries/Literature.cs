using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Summaries;

/// <summary>The studies of <c>Resources/literature.csv</c>, in its order.</summary>
internal static class Literature
{
    private static readonly Lazy<ImmutableArray<LiteratureStudy>> All = new(ReadAll);

    public static ImmutableArray<LiteratureStudy> Studies => All.Value;

    private static ImmutableArray<LiteratureStudy> ReadAll()
    {
        using var stream = typeof(Literature).Assembly.GetManifestResourceStream("literature.csv")
            ?? throw new InvalidOperationException("The resource literature.csv is not embedded.");
        return [.. CsvReader.Read(new StreamReader(stream).ReadToEnd()).Select(Study)];
    }

    private static LiteratureStudy Study(Dictionary<string, string> row)
    {
        return new LiteratureStudy(
            row["study"],
            Text("n") is { } n ? int.Parse(n, CultureInfo.InvariantCulture) : null,
            Text("design"),
            Text("imatinib_dose_mg_per_day"),
            Text("duration_months"),
            Number("mrss_change"),
            Text("mrss_detail"),
            Text("fvc_change"),
            Text("dlco_change"),
            Text("discontinuations"),
            Text("serious_adverse_events"),
            row["source"],
            Text("verified_from"))
        {
            MrssTime = Text("mrss_time"),
            MrssKind = Text("mrss_kind"),
            MrssCi95 = Number("mrss_ci95_low") is { } low && Number("mrss_ci95_high") is { } high ? [low, high] : null,
        };

        double? Number(string column) => Text(column) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

        string? Text(string column) => row[column] is { Length: > 0 } text ? text : null;
    }
}
