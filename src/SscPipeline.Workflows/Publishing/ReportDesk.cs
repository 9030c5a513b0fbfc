using System.Collections.Immutable;
using SscPipeline.Storage;
using SscPipeline.Storage.Deliveries;
using SscPipeline.Storage.Reports;
using SscPipeline.Workflows.Delivering;

namespace SscPipeline.Workflows.Publishing;

/// <summary>What a person at the command line does with reports: look at their state, make one of the past, see what would be sent.</summary>
public sealed class ReportDesk
{
    private const int DeliveriesShown = 20;

    private readonly Stores stores;
    private readonly StudyReader reader;
    private readonly ReportMaker maker;
    private readonly Courier courier;
    private readonly SummarySchedule schedule;
    private readonly TimeProvider time;

    internal ReportDesk(Stores stores, StudyReader reader, ReportMaker maker, Courier courier, SummarySchedule schedule, TimeProvider time) =>
        (this.stores, this.reader, this.maker, this.courier, this.schedule, this.time) = (stores, reader, maker, courier, schedule, time);

    public async Task<ImmutableArray<ReportStatus>> StatusAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var period = schedule.PeriodAt(now) is { } begun ? ReportFolder.Of(begun) : null;
        var lines = ImmutableArray.CreateBuilder<ReportStatus>();
        foreach (var audience in Audiences.All)
        {
            var newest = await stores.Summaries.LatestAsync(audience, cancellationToken);
            var claim = period is null ? null : await stores.Summaries.FindClaimAsync(audience, period, cancellationToken);
            var deliveries = await stores.Deliveries.NewestAsync(audience, DeliveriesShown, cancellationToken);
            lines.Add(new ReportStatus(
                audience, newest?.GeneratedAt, newest?.BlobPath, newest?.Period, newest?.NothingNewSince, schedule.After(now),
                claim is { PublishedAt: null } ? claim.ClaimedAt : null, claim is { PublishedAt: null } ? claim.Attempt : 0,
                [.. deliveries.Select(delivery => Line(delivery, deliveries[0].GeneratedAt))]));
        }

        return lines.ToImmutable();
    }

    /// <summary>Both reports as they would have been at that time, from the ledger; dictionary and settings are those of today.</summary>
    /// <returns>Paths as in storage: <c>reports/{audience}/as-of-{time}/...</c>; nothing is stored.</returns>
    public async Task<ImmutableArray<(string Path, ReadOnlyMemory<byte> Content)>> AsOfAsync(AsOf asOf, CancellationToken cancellationToken) =>
    [
        .. from report in await PastAsync(asOf, cancellationToken)
           from file in report.Files
           select ($"{StorageNames.Reports}/{report.Summary.Audience}/{ReportFolder.AsOf(asOf.CutOff)}/{file.Path}", file.Content),
    ];

    /// <summary>The same, into storage. <c>latest</c> stays what it is.</summary>
    /// <returns>The folder in each audience.</returns>
    public async Task<string> KeepAsOfAsync(AsOf asOf, CancellationToken cancellationToken)
    {
        var folder = ReportFolder.AsOf(asOf.CutOff);
        foreach (var report in await PastAsync(asOf, cancellationToken))
        {
            await stores.Reports.WriteAsync(report.Summary.Audience, folder, report.Files, cancellationToken);
        }

        return folder;
    }

    /// <summary>What publishing with delivery would send now, to whom. Nothing is stored and nothing leaves.</summary>
    /// <returns>Paths such as <c>outbox/public/email/lead@example.org.eml</c>; none when delivery is off.</returns>
    public async Task<ImmutableArray<(string Path, ReadOnlyMemory<byte> Content)>> DryRunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var folder = ReportFolder.Of(now);
        var study = await reader.ReadAsync(before: null, cancellationToken);
        var everything = maker.Summarise(study, now, now);
        var drafts = ImmutableArray.CreateBuilder<(string, ReadOnlyMemory<byte>)>();
        foreach (var audience in Audiences.All)
        {
            var report = ReportMaker.Make(audience, everything, nothingNewSince: null);
            var parcel = new ReportParcel($"{audience}/{folder}/", report.Summary, report.Files);
            drafts.AddRange(courier.Targets(audience).Select(target => (
                $"outbox/{audience}/{target.Channel}/{FileName(target)}", courier.Draft(target, parcel, folder))));
        }

        return drafts.ToImmutable();
    }

    private async Task<List<Report>> PastAsync(AsOf asOf, CancellationToken cancellationToken)
    {
        var study = await reader.ReadAsync(asOf.Before, cancellationToken);
        var everything = maker.Summarise(study, time.GetUtcNow(), asOf.CutOff);
        return [.. Audiences.All.Select(audience => ReportMaker.Make(audience, everything, nothingNewSince: null))];
    }

    private static string FileName(DeliveryTarget target) =>
        string.Concat(target.Recipient.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '@' or '.' or '-' ? letter : '_'))
        + (target.Channel == "webhook" ? ".json" : ".eml");

    private static DeliveryStatus Line(DeliveryEntry delivery, DateTimeOffset newest) => new(
        ReportFolder.Of(delivery.GeneratedAt), delivery.Target.Channel, delivery.Target.Recipient, delivery.State.ToString(), delivery.Attempts,
        delivery.ChangedAt, delivery.State == DeliveryState.Failed && delivery.GeneratedAt == newest ? delivery.NotBefore : null, delivery.Problem,
        IsOvertaken: delivery.GeneratedAt != newest);
}
