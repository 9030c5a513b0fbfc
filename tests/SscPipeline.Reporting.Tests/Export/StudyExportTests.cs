using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Export;

namespace SscPipeline.Reporting.Tests.Export;

public sealed class StudyExportTests
{
    private static readonly string[] Findings = ["RS", "RE", "LB", "VS", "QS"];

    private static readonly Dictionary<string, Exported> Studies = new()
    {
        ["synthetic"] = new Exported(Guo2012.Sites),
        ["larger"] = new Exported(LargerStudy.Sites),
        ["dates"] = new Exported(HostileStudy.Of("P")),
    };

    public static IEnumerable<object[]> Datasets =>
        [.. from study in (string[])["synthetic", "larger", "dates"] from dataset in ExportDefinition.Datasets select new object[] { study, dataset.Name }];

    [Theory, MemberData(nameof(Datasets))]
    public void Every_row_has_its_required_variables_a_subject_of_DM_a_number_of_its_own_and_known_terms(string study, string dataset)
    {
        var (definition, exported) = (ExportDefinition.Dataset(dataset), Studies[study]);
        var rows = exported.Rows[definition.File];

        Assert.Equal(rows.Count, rows.Select(row => string.Join('|', definition.Keys.Select(key => row[key]))).Distinct().Count());
        Assert.Subset(exported.Rows["dm.csv"].Select(row => row["USUBJID"]).ToHashSet(), rows.Select(row => row["USUBJID"]).ToHashSet());
        foreach (var column in definition.Columns.Where(column => column.Core == "Required"))
        {
            Assert.All(rows, row => Assert.NotEqual("", row[column.Name]));
        }

        foreach (var column in definition.Columns.Where(column => column.Name.EndsWith("SEQ", StringComparison.Ordinal)))
        {
            Assert.All(rows.GroupBy(row => row["USUBJID"]), subject => Assert.Equal(
                Enumerable.Range(1, subject.Count()).Select(number => number.ToString(CultureInfo.InvariantCulture)), subject.Select(row => row[column.Name])));
        }

        foreach (var column in definition.Columns.Where(column => column.Name.EndsWith("STRESU", StringComparison.Ordinal) || column.Terms is "sex" or "epoch" or "status" or "record"))
        {
            Assert.All(rows, row => Assert.True(
                row[column.Name].Length == 0 || ExportDefinition.Terms.Any(term => term.List == column.Terms && term.Term == row[column.Name]), $"{column.Name}: {row[column.Name]}"));
        }

        foreach (var column in definition.Columns.Where(column => column.Name.EndsWith("DY", StringComparison.Ordinal)))
        {
            Assert.All(rows, row => Assert.NotEqual("0", row[column.Name]));
        }
    }

    [Fact]
    public void Names_keep_within_the_lengths_of_SDTM_and_every_figure_has_a_unit()
    {
        Assert.All(ExportDefinition.Tests, test => Assert.Matches("^[A-Z][A-Z0-9]{0,7}$", test.Code));
        Assert.All(ExportDefinition.Tests, test => Assert.InRange(test.Name.Length, 1, 40));
        Assert.Equal(ExportDefinition.Tests.Length, ExportDefinition.Tests.Select(test => (test.Dataset, test.Code)).Distinct().Count());
        foreach (var column in ExportDefinition.Datasets.SelectMany(dataset => dataset.Columns))
        {
            Assert.Matches("^[A-Z][A-Z0-9]{0,7}$", column.Name);
            Assert.True(column.Core == "Extra" || column.Label.Length <= 40, column.Label);
            Assert.Contains(column.Origin, (string[])["Collected", "Derived", "Assigned"]);
            Assert.True(column.Type is "text" or "date" || column.Unit.Length > 0 || column.Name == "VISITNUM" || column.Name.EndsWith("SEQ", StringComparison.Ordinal), column.Name);
        }
    }

    [Theory]
    [InlineData("synthetic")]
    [InlineData("larger")]
    [InlineData("dates")]
    public void Every_value_of_every_visit_stands_in_one_row_unrounded_and_no_row_stands_for_nothing(string study)
    {
        var exported = Studies[study];
        var tests = ExportDefinition.Tests.ToDictionary(test => test.Variable, test => test);
        var expected =
            from site in exported.Sites
            from subject in site.Subjects
            from visit in subject.Visits
            from value in visit.Values
            where tests.ContainsKey(value.Key)
            select $"{site.Site.Value}.{subject.Subject}|{visit.StudyDay}|{tests[value.Key].Code}|{value.Value.Outcome.Comparator}{value.Value.Outcome.Value}";
        var actual =
            from dataset in Findings
            from row in exported.Rows[$"{dataset.ToLowerInvariant()}.csv"]
            where row["SRCREC"] == "VISIT" && row[$"{dataset}STAT"].Length == 0
            select $"{row["USUBJID"]}|{row["SRCDAY"]}|{row[$"{dataset}TESTCD"]}|{row[$"{dataset}STRESC"]}";

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_day_before_the_first_dose_is_minus_1_and_there_is_no_day_0()
    {
        Assert.Equal([-31, -2, -1, 1, 2, null], new int?[] { -30, -1, 0, 1, 2, null }.Select(ExportDay.Of));

        var row = Studies["dates"].Rows["rs.csv"][0];

        Assert.Equal(("2023-12-31", "-1", "0", "SCREENING", "BASELINE", "1"), (row["RSDTC"], row["RSDY"], row["SRCDAY"], row["EPOCH"], row["VISIT"], row["VISITNUM"]));
    }

    [Fact]
    public void A_converted_value_keeps_what_was_sent_a_bound_has_no_number_and_what_was_not_done_says_so()
    {
        var albumin = Studies["dates"].Rows["lb.csv"];
        var dlco = Studies["dates"].Rows["re.csv"].Single(row => row["RESTAT"] == "NOT DONE");

        Assert.Equal(("2.4", "g/dL", "24", "g/L", "E2"), (albumin[0]["LBORRES"], albumin[0]["LBORRESU"], albumin[0]["LBSTRESN"], albumin[0]["LBSTRESU"], albumin[0]["SRCCELL"]));
        Assert.Equal(("<20", "<20", ""), (albumin[1]["LBORRES"], albumin[1]["LBSTRESC"], albumin[1]["LBSTRESN"]));
        Assert.Equal(("DLCO", "", ""), (dlco["RETESTCD"], dlco["RESTRESC"], dlco["RESTRESU"]));
    }

    [Fact]
    public void Derived_values_say_so_and_recomputed_ones_name_their_reference_set()
    {
        var rows = Studies["synthetic"].Rows["re.csv"];

        Assert.All(rows.Where(row => row["RETESTCD"] == "FVCPPRC"), row => Assert.Equal(("Y", "", "GLI Global 2022"), (row["REDRVFL"], row["REORRES"], row["REREFSET"])));
        Assert.All(rows.Where(row => row["RETESTCD"] == "FVCPP"), row => Assert.Equal(("", ""), (row["REDRVFL"], row["REREFSET"])));
        Assert.Equal("Y", Studies["dates"].Rows["rs.csv"][1]["RSDRVFL"]);
    }

    [Fact]
    public void A_dose_holds_until_a_visit_states_another()
    {
        var doses = Studies["dates"].Rows["ex.csv"];

        Assert.Equal(["200", "400"], doses.Select(row => row["EXDOSTOT"]));
        Assert.Equal(("1", "152", "2024-01-01", "2024-05-31"), (doses[0]["EXSTDY"], doses[0]["EXENDY"], doses[0]["EXSTDTC"], doses[0]["EXENDTC"]));
        Assert.Equal(("153", "", "2024-06-01", ""), (doses[1]["EXSTDY"], doses[1]["EXENDY"], doses[1]["EXSTDTC"], doses[1]["EXENDTC"]));
    }

    [Theory]
    [InlineData("outcome", "Recovered", "RECOVERED/RESOLVED")]
    [InlineData("outcome", "Not recovered", "NOT RECOVERED/NOT RESOLVED")]
    [InlineData("outcome", "Recovered with sequelae", "RECOVERED/RESOLVED WITH SEQUELAE")]
    [InlineData("action", "Interrupted", "DRUG INTERRUPTED")]
    [InlineData("action", "Not changed", "DOSE NOT CHANGED")]
    [InlineData("causality", "Unlikely", "UNLIKELY")]
    public void Codes_become_controlled_terms(string list, string code, string term) => Assert.Equal(term, ExportDefinition.Term(list, code));

    [Fact]
    public void The_same_data_give_the_same_bytes_whatever_the_order_of_the_sites()
    {
        var (once, again) = (new Exported(Guo2012.Sites), new Exported([.. Guo2012.Sites.Reverse()]));

        Assert.Equal(once.Export.Files.Select(file => file.Path), again.Export.Files.Select(file => file.Path));
        Assert.All(once.Export.Files, file => Assert.Equal(once.Text(file.Path), again.Text(file.Path)));
    }

    [Fact]
    public void The_description_names_every_column_of_every_file_and_what_is_only_in_the_tidy_ones()
    {
        var exported = new Exported(Guo2012.Sites, new DateTimeOffset(2026, 3, 1, 23, 59, 59, TimeSpan.Zero));
        var (json, page) = (System.Text.Json.Nodes.JsonNode.Parse(exported.Text("define.json"))!, exported.Text("define.html"));

        foreach (var dataset in json["datasets"]!.AsArray())
        {
            Assert.Equal(
                exported.Text(dataset!["file"]!.GetValue<string>()).Split('\n')[0].Split(','), dataset["columns"]!.AsArray().Select(column => column!["name"]!.GetValue<string>()));
            Assert.Contains($"id=\"{dataset["name"]}\"", page, StringComparison.Ordinal);
        }

        Assert.Contains(json["onlyTidy"]!.AsArray(), variable => variable!["name"]!.GetValue<string>() == Variables.Tpn);
        Assert.DoesNotContain(json["onlyTidy"]!.AsArray(), variable => variable!["name"]!.GetValue<string>() == Variables.AeTerm);
        Assert.StartsWith("2026-03-01T23:59:59", json["asOf"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("As known at 2026-03-01 23:59:59 UTC.", page, StringComparison.Ordinal);
    }
}
