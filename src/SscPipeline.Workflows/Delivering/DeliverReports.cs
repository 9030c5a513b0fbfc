using System.Collections.Immutable;
using SscPipeline.Delivery;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage;
using SscPipeline.Storage.Deliveries;
using SscPipeline.Storage.Reports;
using SscPipeline.Storage.Summaries;

namespace SscPipeline.Workflows.Delivering;

/// <summary>Settles the deliveries of the newest report of an audience that has any. What an older one still owed is overtaken by it.</summary>
/// <remarks>A delivery is claimed, marked as leaving just before it leaves, and marked again when the answer is there. Who dies while it is
/// leaving leaves a mail that may have arrived: it is never sent again, and <c>ssc status</c> says so. A webhook's receiver drops what it
/// has seen, so there the call is repeated.</remarks>
internal sealed class DeliverReports(Stores stores, Courier courier, TimeProvider time)
{
    /// <summary>Longer than any attempt lasts: who claimed a delivery before that is dead.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    internal const int MostAttempts = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    /// <summary>Who is to get the reports of an audience, by the settings.</summary>
    public ImmutableArray<DeliveryTarget> Targets(string audience) => courier.Targets(audience);

    public async Task<(int Delivered, int Undelivered)> RunAsync(string audience, CancellationToken cancellationToken)
    {
        // The newest that was to be delivered: a report by hand that was not does not stop the retries of the one before.
        if (await stores.Deliveries.NewestAsync(audience, 1, cancellationToken) is not [var first]
            || await stores.Summaries.FindAsync(audience, first.GeneratedAt, cancellationToken) is not { } newest)
        {
            return (0, 0);
        }

        var (delivered, undelivered, parcel) = (0, 0, (ReportParcel?)null);
        foreach (var delivery in await stores.Deliveries.OfReportAsync(audience, newest.GeneratedAt, cancellationToken))
        {
            if (await ClaimAsync(delivery, cancellationToken) is { } claimed)
            {
                parcel ??= await ParcelAsync(newest, cancellationToken);
                var settled = await SendAsync(claimed, parcel, newest, cancellationToken);
                delivered += settled.State == DeliveryState.Sent ? 1 : 0;
                undelivered += settled.State == DeliveryState.Sent ? 0 : 1;
            }
            else
            {
                undelivered += delivery.State == DeliveryState.Sent ? 0 : 1;
            }
        }

        return (delivered, undelivered);
    }

    /// <returns>Null when there is nothing to do now, or somebody else does it.</returns>
    private async Task<DeliveryEntry?> ClaimAsync(DeliveryEntry delivery, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isHeld = delivery.State is DeliveryState.Claimed or DeliveryState.Sending && now - delivery.ChangedAt < Patience;
        if (delivery.IsSettled || isHeld || delivery.NotBefore > now)
        {
            return null;
        }

        if (delivery.State == DeliveryState.Sending && !Courier.MayRepeat(delivery.Target))
        {
            await stores.Deliveries.TryUpdateAsync(
                delivery with { State = DeliveryState.Uncertain, ChangedAt = now, Problem = "The program ended while the mail was leaving." }, cancellationToken);
            return null;
        }

        return courier.Targets(delivery.Audience).Contains(delivery.Target)
            ? await stores.Deliveries.TryUpdateAsync(
                delivery with { State = DeliveryState.Claimed, Attempts = delivery.Attempts + 1, ChangedAt = now }, cancellationToken)
            : await GiveUpAsync(delivery, now, cancellationToken);
    }

    private async Task<DeliveryEntry?> GiveUpAsync(DeliveryEntry delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await stores.Deliveries.TryUpdateAsync(
            delivery with { State = DeliveryState.GivenUp, ChangedAt = now, Problem = "The settings no longer name this recipient." }, cancellationToken);
        return null;
    }

    private async Task<DeliveryEntry> SendAsync(DeliveryEntry claimed, ReportParcel parcel, SummaryIndexEntry report, CancellationToken cancellationToken)
    {
        var leaving = claimed;
        var outcome = await courier.SendAsync(
            claimed.Target, parcel, ReportFolder.Of(report.Period ?? report.GeneratedAt),
            async () =>
            {
                var marked = await stores.Deliveries.TryUpdateAsync(
                    claimed with { State = DeliveryState.Sending, ChangedAt = time.GetUtcNow() }, cancellationToken);
                leaving = marked ?? leaving;
                return marked is not null;
            },
            cancellationToken);
        var settled = Settled(leaving, outcome);

        // It has left: that is to be noted even when the host is about to stop.
        return await stores.Deliveries.TryUpdateAsync(settled, CancellationToken.None) ?? settled;
    }

    private DeliveryEntry Settled(DeliveryEntry leaving, SendOutcome outcome)
    {
        var now = time.GetUtcNow();
        return leaving with
        {
            State = outcome.Result switch
            {
                SendResult.Sent => DeliveryState.Sent,
                SendResult.Uncertain => DeliveryState.Uncertain,
                _ => leaving.Attempts >= MostAttempts ? DeliveryState.GivenUp : DeliveryState.Failed,
            },
            ChangedAt = now,
            NotBefore = now + (FirstPause * (1 << Math.Min(leaving.Attempts - 1, MostAttempts))),
            Problem = outcome.Problem,
        };
    }

    private async Task<ReportParcel> ParcelAsync(SummaryIndexEntry report, CancellationToken cancellationToken)
    {
        var files = await stores.Reports.ReadAsync(report.Audience, ReportFolder.Of(report.GeneratedAt), cancellationToken);
        return files.FirstOrDefault(file => file.Path == "summary.json") is { } json
            ? new ReportParcel(report.BlobPath, SummaryJson.Read(json.Content.Span), [.. files])
            : throw new InvalidDataException($"The folder {report.BlobPath} of container reports is not complete, though the table Summaries names it.");
    }
}
