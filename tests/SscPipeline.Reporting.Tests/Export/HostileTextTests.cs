using System.Text;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Tests.Export;

public sealed class HostileTextTests
{
    public static TheoryData<string> Openings => ["=", "+", "-", "@", "\t", "\r", "'=", "''@"];

    [Theory, MemberData(nameof(Openings))]
    public void No_field_of_an_export_runs_as_a_formula_and_each_gives_back_what_the_site_wrote(string opening)
    {
        var text = $"{opening}cmd|' /C calc'!A0 ";
        var exported = new Exported(HostileStudy.Of(text));

        Assert.All(exported.Rows.SelectMany(file => file.Value).SelectMany(row => row.Values), field => Assert.True(IsHarmless(field), field));
        var one = exported.Rows["ae.csv"].Single();
        Assert.Equal(
            [text + "ae_term", text + "ae_ctcae_term", text + "ae_id", text + "ae_seriousness_criteria", text + "ae_causality_verbatim", text + "events.csv", text + "Sheet"],
            new[] { "AETERM", "AECTCAE", "AESPID", "AESERCR", "AERELV", "SRCDOC", "SRCSHEET" }.Select(column => Unprotected(one[column])));
        Assert.Equal(text + "1", Unprotected(exported.Rows["dm.csv"].Single()["SUBJID"]));
        Assert.Equal(text, Unprotected(exported.Rows["rs.csv"][0]["RSEVALID"]));
        Assert.Equal(text, Unprotected(exported.Rows["subjects.csv"].Single()["comment"]));
    }

    [Theory, MemberData(nameof(Openings))]
    public void No_field_of_a_report_s_tables_runs_as_a_formula(string opening)
    {
        var files = ReportWriter.Write(TinyStudy.Summary(HostileStudy.Of($"{opening}cmd|' /C calc'!A0 "))).Where(file => file.Path.EndsWith(".csv", StringComparison.Ordinal)).ToList();

        Assert.Contains(files, file => file.Path == "subjects.csv");
        foreach (var file in files)
        {
            Assert.All(CsvReader.Read(Encoding.UTF8.GetString(file.Content.Span)).SelectMany(row => row.Values), field => Assert.True(IsHarmless(field), $"{file.Path}: {field}"));
        }
    }

    private static bool IsHarmless(string field) =>
        field is not ['=' or '+' or '-' or '@' or '\t' or '\r', ..] || decimal.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out _)
        || double.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out _);

    /// <summary>As the description of the files tells a program to do it.</summary>
    private static string Unprotected(string field) =>
        field.StartsWith('\'') && field.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? field[1..] : field;
}
