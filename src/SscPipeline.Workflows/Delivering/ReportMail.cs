using System.Collections.Immutable;
using SscPipeline.Delivery.Email;
using SscPipeline.Reporting.Letters;
using SscPipeline.Storage.Reports;

namespace SscPipeline.Workflows.Delivering;

/// <summary>Packs a report into a mail: the letter, <c>summary.html</c> and the tables.</summary>
internal static class ReportMail
{
    /// <summary>Many servers refuse more than 10 MB, and an attachment grows by a third on its way.</summary>
    internal const int MostBytes = 7_000_000;

    public static Mail Pack(ReportParcel parcel, string recipient, Uri? reports)
    {
        var (files, remark) = Attachments(parcel);
        var link = reports is null ? null : new Uri(reports, $"{parcel.Path}summary.html");
        var letter = ReportLetters.Write(parcel.Summary, link, remark);
        return new Mail(
            recipient, letter.Subject, letter.Text, letter.Html, parcel.Path, parcel.Summary.GeneratedAt,
            [.. files.Select(file => new MailFile(file.Path.Split('/')[^1], file.Path.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : "text/html", file.Content))]);
    }

    private static (ImmutableArray<ReportFile> Files, string Remark) Attachments(ReportParcel parcel)
    {
        ImmutableArray<ReportFile> page = [.. parcel.Files.Where(file => file.Path == "summary.html")];
        ImmutableArray<ReportFile> all = [.. page, .. parcel.Files.Where(file => file.Path.StartsWith("tables/", StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal)];
        return Bytes(all) <= MostBytes ? (all, "Attached are the report as a page and its tables as CSV files.")
            : Bytes(page) <= MostBytes ? (page, $"Attached is the report as a page. The tables are too large for a mail; they are in storage under reports/{parcel.Path}tables/.")
            : ([], $"The report is too large for a mail; it is in storage under reports/{parcel.Path}.");
    }

    private static long Bytes(ImmutableArray<ReportFile> files) => files.Sum(file => (long)file.Content.Length);
}
