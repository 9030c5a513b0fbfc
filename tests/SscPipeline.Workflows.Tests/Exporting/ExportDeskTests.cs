using System.Diagnostics;
using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Export;
using SscPipeline.Testing;
using SscPipeline.Workflows.Exporting;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Workflows.Tests.Exporting;

public sealed class ExportDeskTests : IDisposable
{
    private const string Subjects = "subject_id,sex,age,height (cm),imatinib start date,imatinib dose (mg/day)\nP-01,F,41,160,2024-01-01,200\n";

    private const string Visits =
        "subject_id,visit date,mrss,albumin (g/dL),fvc (l),fvc % pred,dlco (mmol/min/kPa),haq-di,weight (kg),tpn\n"
        + "P-01,2023-12-31,21,2.4,2.5,80,5.0,1.5,50,N\nP-01,2024-07-02,18,<2.0,2.6,ND,5.1,1.25,52,N\n";

    private const string Script = """
        import csv, sys
        from decimal import Decimal
        from collections import defaultdict
        folder = sys.argv[1]
        def read(name):
            with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file, strict=True))
        def plain(field):
            return field[1:] if field[:1] == "'" and field.lstrip("'")[:1] in tuple("=+-@\t\r") else field
        expected, actual, units = defaultdict(Decimal), defaultdict(Decimal), {}
        tests = {}
        for domain in ("rs", "re", "lb", "vs", "qs"):
            up = domain.upper()
            for row in read(domain):
                if row["SRCREC"] == "VISIT" and row[up + "STRESN"]:
                    tests[row["SRCVAR"]] = row[up + "TESTCD"]
                    units[row["SRCVAR"]] = row[up + "STRESU"]
                    actual[row["SRCVAR"]] += Decimal(row[up + "STRESN"])
        for row in read("outcomes"):
            if row["variable"] in tests and row["value"][:1] not in "<>":
                assert row["unit"] == units[row["variable"]], row
                expected[row["variable"]] += Decimal(row["value"])
        assert expected == actual, (expected, actual)
        assert {plain(r["SUBJID"]) for r in read("dm")} == {plain(r["subject"]) for r in read("subjects")}
        assert len(read("ae")) == len(read("adverse_events"))
        print(len(tests), sum(expected.values()) > 0)
        """;

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [FactWhere("/usr/bin/python3", "-c", "import csv")]
    public async Task Python_finds_the_same_sum_of_every_test_in_the_datasets_and_in_outcomes_csv()
    {
        await study.SendAsync("site-a/subjects.csv", Subjects);
        await study.SendAsync("site-a/visits.csv", Visits);
        await study.SendAsync("site-a/events.csv", "subject_id,adverse event,onset date,grade,serious\nP-01,\"+nausea, mild\",2024-02-01,1,N\n");

        Assert.Equal("11 True", Check((await MakeAsync())!));
    }

    [Fact]
    public async Task The_tidy_files_are_those_of_the_current_data()
    {
        await study.SendAsync("site-a/subjects.csv", Subjects);
        await study.SendAsync("site-a/visits.csv", Visits);

        var export = await MakeAsync();

        Assert.Equal(await study.OutcomesAsync(), Lines(export, "outcomes.csv"));
    }

    [Fact]
    public async Task What_was_known_on_a_day_leaves_out_what_came_later()
    {
        await study.SendAsync("site-a/subjects.csv", Subjects);
        await study.SendAsync("site-a/visits.csv", Visits);
        var then = Lines(await MakeAsync(), "rs.csv");
        study.Time.Advance(TimeSpan.FromDays(2));
        await study.SendAsync("site-a/visits.csv", Visits.Replace("2023-12-31,21", "2023-12-31,30", StringComparison.Ordinal));

        Assert.Equal(then, Lines(await MakeAsync("2026-03-02"), "rs.csv"));
        Assert.NotEqual(then, Lines(await MakeAsync(), "rs.csv"));
        Assert.Null(await MakeAsync("2026-03-01"));
    }

    [Fact]
    public async Task One_site_gets_its_own_rows_and_an_unknown_site_nothing()
    {
        await study.SendAsync("site-a/visits.csv", Visits);
        await study.SendAsync("site-b/visits.csv", Visits.Replace("P-01", "P-09", StringComparison.Ordinal));

        Assert.All(Lines(await MakeAsync(site: "site-b"), "rs.csv"), line => Assert.Contains(",site-b.P-09,", line, StringComparison.Ordinal));
        Assert.Null(await MakeAsync(site: "site-z"));
    }

    private Task<DataExport?> MakeAsync(string? asOf = null, string? site = null) => study.Get<ExportDesk>().MakeAsync(
        asOf is null ? null : AsOf.TryParse(asOf), site is null ? null : SiteCode.Parse(site), CancellationToken.None);

    private static string[] Lines(DataExport? export, string path) =>
        [.. Encoding.UTF8.GetString(export!.Files.Single(file => file.Path == path).Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    private static string Check(DataExport export)
    {
        var folder = Directory.CreateTempSubdirectory("ssc-export-").FullName;
        try
        {
            foreach (var file in export.Files)
            {
                File.WriteAllBytes(Path.Combine(folder, file.Path), file.Content.ToArray());
            }

            using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script, folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = python.StandardError.ReadToEndAsync();
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.True(python.ExitCode == 0, errors.GetAwaiter().GetResult());
            return output.Trim();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
