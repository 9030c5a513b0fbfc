using System.Globalization;

namespace SscPipeline.Benchmarks;

/// <summary>10,000 sites and 50 million outcomes on Azure, calculated from what was counted here, Azure's published targets and assumed prices.</summary>
internal static class Plan
{
    private const double Sites = 10_000;
    private const double Outcomes = 50e6;
    private const double OutcomesARow = 31;

    /// <summary>Every site sends its document again each week.</summary>
    private const double SubmissionsAMonth = Sites * 52 / 12;
    private const double RunsOfReconcile = 4 * 24 * 365.25 / 12;

    private const double EntitiesAPartition = 2_000;
    private const double EntitiesAnAccount = 20_000;
    private const double RequestsAnAccount = 20_000;

    public static async Task RunAsync(string[] arguments)
    {
        var rowsASite = (int)(Outcomes / OutcomesARow / Sites);
        var (submission, look, changed, report) = await PlanCounts.MeasureAsync(rowsASite);
        var bytes = PlanCounts.BytesOfVisit();
        Line($"Counted on Azurite, a document of {rowsASite} rows: requests to tables / writes and lists of blobs / reads of blobs");
        Line($"  a submission {Shown(submission)}; publishing: a report of both audiences {Shown(report)}, and for each changed site {Shown(changed)}; the reconciliation, a site {Shown(look)}");
        Line($"  a visit's row: {bytes:0} bytes");
        Console.WriteLine();

        // Monday morning: everybody sends within an hour.
        var rate = Sites / 3_600;
        var reconcile = Sites * look.All * PlanPrices.RequestSeconds / 60;
        (string What, double Need, double Limit, string Unit, string Moves)[] limits =
        [
            ("reconciliation, one site after the other", reconcile, 15, "minutes of 15", "Ssc:ReconcileSchedule (hourly: 60 minutes)"),
            ("requests, all sites sending within an hour", rate * submission.All, RequestsAnAccount, "a second", "a second storage account for blobs"),
            ("entities, all sites sending within an hour", rate * (rowsASite + (rowsASite / 99.0)), EntitiesAnAccount, "a second", "a second storage account for tables"),
            ("entities of one partition, one site's document", rowsASite, EntitiesAPartition * 60, "in the minute of a file", "smaller documents"),
            ("marks of sites, one partition", rate, EntitiesAPartition, "a second", "none needed"),
            ("publishing, everybody changed, 8 sites at once", Sites * changed.All * PlanPrices.RequestSeconds / 8 / 60, 30, "minutes of 30", "the function's time-out"),
        ];
        Line($"{"limit",-52}{"need",10}{"of",12}  {"unit",-26}{"share",8}  what moves it");
        foreach (var limit in limits.OrderByDescending(limit => limit.Need / limit.Limit))
        {
            Line($"{limit.What,-52}{limit.Need,10:#,0.##}{limit.Limit,12:#,0}  {limit.Unit,-26}{limit.Need / limit.Limit,8:0.0 %}  {limit.Moves}");
        }

        Console.WriteLine();
        var rows = Outcomes / OutcomesARow;
        var written = SubmissionsAMonth * rowsASite;
        (string What, double Dollars)[] costs =
        [
            ("submissions: requests", Dollars(submission, SubmissionsAMonth)),
            ("reconciliation: requests", Dollars(look, Sites * RunsOfReconcile)),
            ("publishing each week: requests", Dollars(changed, Sites * 52 / 12) + Dollars(report, 52.0 / 12)),
            ("rows in use", rows * bytes / 1e9 * PlanPrices.TableGigabyteMonth),
            ("rows of earlier versions, after a year", 12 * written * bytes / 1e9 * PlanPrices.TableGigabyteMonth),
            ("evidence and receipts, after a year (0.2 MB a submission)", 12 * SubmissionsAMonth * 0.0002 * PlanPrices.BlobGigabyteMonth),
            ("functions: 2 GB x (1 s a submission, and the reconciliation)", 2 * PlanPrices.FunctionGigabyteSecond * (SubmissionsAMonth + (reconcile * 60 * RunsOfReconcile))),
        ];
        Line($"{"US dollars a month (prices: " + PlanPrices.Date + ")",-64}{"",10}");
        foreach (var (what, dollars) in costs)
        {
            Line($"{what,-64}{dollars,10:#,0.00}");
        }

        Line($"{"together",-64}{costs.Sum(cost => cost.Dollars),10:#,0.00}");
    }

    private static double Dollars(PlanCounts counts, double times) => times / 10_000
        * ((counts.Table * PlanPrices.TableRequests10K) + (counts.Writes * PlanPrices.BlobWrites10K) + (counts.Reads * PlanPrices.BlobReads10K));

    private static string Shown(PlanCounts counts) => string.Create(CultureInfo.InvariantCulture, $"{counts.Table:0.#} / {counts.Writes:0.#} / {counts.Reads:0.#}");

    private static void Line(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
