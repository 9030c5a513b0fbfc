using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Tests.Mess;

/// <summary>What untidy workbooks of other programs come to: each file is sent as a site would send it.</summary>
public sealed class MessTests : IDisposable
{
    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Theory]
    [InlineData("decimal-comma.csv", "P-01 d1: fvc_l=2.85 albumin_g_l=41 | P-01 d183: fvc_l=2.999 albumin_g_l=42", "")]
    [InlineData("ambiguous-comma-libreoffice.xls", "P-01 d1: mrss_total=20 albumin_g_l=41", "Visits!C2 SSC-102")]
    public Task A_decimal_comma_is_decided_for_the_sheet_and_never_guessed(string file, string outcomes, string issues) => Comes(file, outcomes, issues);

    [Fact]
    public Task Full_width_digits_spaces_and_laboratory_flags_do_not_matter() => Comes(
        "laboratory-openpyxl.xlsx",
        "P-01 d1: mrss_total=24 albumin_g_l=41 | P-01 d183: mrss_total=20 albumin_g_l=31 | P-01 d274: mrss_total=19 albumin_g_l=52 | "
            + "P-01 d366: mrss_total=18 albumin_g_l=38 | P-01 d457: mrss_total=18 albumin_g_l=33 | P-01 d92: mrss_total=22 albumin_g_l=39",
        "Visits!D5 SSC-058, Visits!B7 SSC-212");

    [Theory]
    [InlineData("dates-openpyxl.xlsx", "P-01 20120305 P-02 20120306 P-03 20120307 P-04 20120308 P-05 20120309 P-06 20120310 P-07 20120311", "")]
    [InlineData("dates-1904-openpyxl.xlsx", "P-01 20120305", "")]
    [InlineData("dates-order-libreoffice.xls", "P-01 20120305 P-02 20120313", "")]
    [InlineData("dates-ambiguous.csv", "", "dates-ambiguous!B2 SSC-105, dates-ambiguous!B3 SSC-106")]
    public async Task Dates_are_read_in_every_form_and_decided_for_the_column(string file, string visits, string issues)
    {
        var (found, told, _) = await SendAsync(file);

        Assert.Equal(visits, string.Join(' ', found.Select(row => row.Split(':')[0])));
        Assert.Equal(issues, told);
    }

    [Fact]
    public async Task Missing_codes_are_missing_and_zero_is_not()
    {
        var (found, _, receipt) = await SendAsync("missing-codes-sheetjs.xlsx");
        var rows = await RowsAsync(receipt);

        Assert.Equal(Enumerable.Range(1, 15).Select(subject => $"P-{subject} d1: mrss_total=0").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(receipt.Issues, issue => issue.Severity > Domain.Checking.Severity.Warning);
        Assert.Equal((15, 0), (receipt.Values.Missing, receipt.Values.Withheld));
        Assert.All(rows, row => Assert.Equal(
            new MissingValue("albumin_g_l", row.Subject == "P-1" ? MissingReason.Blank : MissingReason.NotDone), Assert.Single(row.Missing.AsEnumerable())));
    }

    [Fact]
    public Task A_bound_is_kept_as_a_bound() => Comes(
        "censored-openpyxl.xlsx", "P-01 d1: mrss_total<=2 hb_g_l>200 albumin_g_l<20", "Visits!C2 SSC-109, Visits!D2 SSC-109, Visits!D2 SSC-302, Visits!E2 SSC-109");

    [Fact]
    public Task Two_values_in_a_cell_are_an_error_and_a_score_of_its_maximum_is_not() => Comes(
        "ranges-libreoffice.xls",
        "P-01 d1: fvc_l=2.5 albumin_g_l=40 | P-02 d1: fvc_l=2.5 albumin_g_l=40 | P-03 d1: mrss_total=26 fvc_l=2.5 albumin_g_l=40",
        "Visits!C2 SSC-108, Visits!C3 SSC-108");

    [Fact]
    public Task A_percentage_is_read_by_its_format_and_a_fraction_is_an_error() => Comes(
        "percent-sheetjs.xlsx", "P-01 d1: fvc_pct_pred=85 mrss_total=20 fvc_l=2.5 | P-02 d1: mrss_total=21 fvc_l=2.6", "Visits!C3 SSC-110");

    [Fact]
    public Task The_saved_value_of_a_formula_counts_and_an_error_is_named_by_its_cell() => Comes(
        "formulas-libreoffice.xlsx", "P-01 d1: fvc_l=2.85 mrss_total=20 albumin_g_l=41 | P-02 d1: mrss_total=21 albumin_g_l=42", "Visits!C3 SSC-103");

    [Theory]
    [InlineData("layout-libreoffice.xls", "P-01 d1: fvc_l=2.85 albumin_g_l=41 | P-01 d183: fvc_l=2.9 albumin_g_l=42 | P-02 d1: fvc_l=3.1 albumin_g_l=39 | P-02 d183: fvc_l=3 albumin_g_l=40", "Visits!A10 SSC-014")]
    [InlineData("two-rows-openpyxl.xlsx", "P-01 m0: mrss_total=20 fvc_l=2.5 | P-01 m6: mrss_total=15 fvc_l=2.6", "")]
    [InlineData("wide-sheetjs.xlsb", "P-01 : sex=F | P-01 m0: mrss_total=20 | P-01 m24: mrss_total=10 | P-01 m6: mrss_total=15", "")]
    [InlineData("sheet-per-visit-libreoffice.xls", "P-01 m0: mrss_total=20 fvc_l=2.5 | P-01 m6: mrss_total=15 fvc_l=2.6", "")]
    [InlineData("sheet-per-subject-openpyxl.xlsx", "SYN-A-01 d1: mrss_total=20 fvc_l=2.5 | SYN-A-02 d1: mrss_total=15 fvc_l=2.6", "SYN-A-01! SSC-215, SYN-A-02! SSC-215")]
    public Task Every_layout_says_the_same(string file, string outcomes, string issues) => Comes(file, outcomes, issues);

    [Fact]
    public Task Sheets_are_joined_and_an_unknown_one_is_reported() => Comes(
        "several-sheets-openpyxl.xlsx", "P-01 : sex=F height_cm=160 imatinib_start_date=2012-03-05 | P-01 20120305: mrss_total=20 fvc_l=2.5", "Planning! SSC-007");

    [Fact]
    public async Task A_hidden_sheet_is_searched_for_identifiers()
    {
        var (found, told, receipt) = await SendAsync("hidden-openpyxl.xlsx");

        Assert.Equal((SubmissionStatus.Rejected, "Calls!A2 SSC-092"), (receipt.Status, told));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("gb18030.csv", "P-01 d1: mrss_total=20 tpn=Y", "! SSC-012")]
    [InlineData("windows-1252.csv", "P-01 d1: mrss_total=20 albumin_g_l=41 comment=œdème périorbitaire", "! SSC-012")]
    [InlineData("utf-8-tab.csv", "P-01 d1: mrss_total=20 tpn=N", "")]
    public Task Text_tables_are_read_in_their_own_encoding(string file, string outcomes, string issues) => Comes(file, outcomes, issues);

    [Fact]
    public Task Equal_rows_count_once_and_contradicting_rows_do_not_count() => Comes(
        "duplicates-openpyxl.xlsx", "P-01 d1: mrss_total=20 fvc_l=2.5", "Visits!A3 SSC-205, Visits!C4 SSC-206, Visits!C5 SSC-206");

    [Fact]
    public async Task A_later_version_replaces_the_values_and_says_which()
    {
        await SendAsync("first-version.csv", "site-a/visits.csv");
        var (found, _, receipt) = await SendAsync("second-version.csv", "site-a/visits.csv");

        var change = Assert.Single(receipt.Changes.AsEnumerable());
        Assert.Equal(("changed", "P-01", "mrss_total", "20", "21"), (change.Kind, change.Subject, change.Variable, change.Old, change.New));
        Assert.Equal(["P-01 d1: mrss_total=21 fvc_l=2.5"], found);
        Assert.NotNull(receipt.Replaces);
    }

    private async Task Comes(string file, string outcomes, string issues)
    {
        var (found, told, _) = await SendAsync(file);

        Assert.Equal(outcomes, string.Join(" | ", found));
        Assert.Equal(issues, told);
    }

    /// <summary>The outcomes of each row, the issues without the notice that a subject is not known yet, and the receipt.</summary>
    private async Task<(string[] Outcomes, string Issues, Receipt Receipt)> SendAsync(string file, string? blob = null)
    {
        var name = blob ?? $"site-a/{file}";
        study.Time.Advance(TimeSpan.FromMinutes(1));
        await using (var content = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Mess", "Museum", file)))
        {
            await study.Stores.Inbox.DropAsync(name, content, CancellationToken.None);
        }

        var receipt = await study.IngestAsync(name);
        var rows = await RowsAsync(receipt);
        return (
            [.. rows.Select(row => $"{row.Subject} {row.Visit}: {string.Join(' ', row.Outcomes.Select(outcome => $"{outcome.Variable}{outcome.Comparator ?? "="}{outcome.Value}"))}")],
            string.Join(", ", receipt.Issues.Where(issue => issue.Check != "SSC-207").Select(issue => $"{issue.Sheet}!{issue.Cell} {issue.Check}")),
            receipt);
    }

    private async Task<IReadOnlyList<OutcomeRow>> RowsAsync(Receipt receipt) =>
        await study.Stores.Outcomes.ReadAsync(SiteCode.Parse("site-a"), SubmissionId.Parse(receipt.SubmissionId), CancellationToken.None);
}
