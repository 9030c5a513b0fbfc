using System.Globalization;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Tests;

/// <summary>A CSV resource of this project.</summary>
internal static class TestTable
{
    public static List<Dictionary<string, string>> Read(string name)
    {
        using var stream = typeof(TestTable).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        return CsvReader.Read(new StreamReader(stream).ReadToEnd());
    }

    /// <summary>Null for an empty field and for R's NA.</summary>
    public static double? Number(this Dictionary<string, string> row, string column) =>
        row[column] is "" or "NA" ? null : double.Parse(row[column], CultureInfo.InvariantCulture);
}
