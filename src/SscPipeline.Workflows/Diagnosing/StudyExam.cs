using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Storage;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Diagnosing;

/// <summary>Does the work go on: nothing that failed waits, nothing is unsettled, and the last report is that of its period?</summary>
internal sealed class StudyExam(IServiceProvider services, TimeProvider time)
{
    /// <summary>A report is made within this time after its hour, with everything that may go wrong once.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public async Task<IEnumerable<Diagnosis>> ExamineAsync(CancellationToken cancellationToken) =>
        [.. await FailuresAsync(cancellationToken), await ReportsAsync(cancellationToken)];

    private async Task<IEnumerable<Diagnosis>> FailuresAsync(CancellationToken cancellationToken)
    {
        var waiting = await services.GetRequiredService<PoisonDesk>().ListAsync(cancellationToken);
        var stuck = waiting.Count(item => item.Kind == PoisonKind.Stuck);
        var poison = waiting.Length - stuck;
        return
        [
            poison == 0
                ? Diagnosis.Well("poison", "", "Nothing that failed waits for an operator.")
                : new Diagnosis("poison", "", Words(poison, "thing", "failed at every attempt and waits for an operator"), "'ssc poison list' shows what; 'ssc poison requeue --all' has it processed again once the cause is gone."),
            stuck == 0
                ? Diagnosis.Well("unsettled", "", "Every submission that was begun is settled.")
                : new Diagnosis("unsettled", "", Words(stuck, "submission", "was begun more than ten minutes ago and never settled"), "Is the functions app, or 'ssc up', running? If it is, 'ssc poison requeue --all' settles them now."),
        ];
    }

    private async Task<Diagnosis> ReportsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (services.GetRequiredService<SummarySchedule>().PeriodAt(now) is not { } period || now - period < Grace || !await HadSubmissionsAsync(period, cancellationToken))
        {
            return Diagnosis.Well("publish", "", "No report is overdue.");
        }

        var statuses = await services.GetRequiredService<ReportDesk>().StatusAsync(cancellationToken);
        var late = statuses.Where(status => status.PublishedAt is null || status.PublishedAt < period).Select(status => status.Audience).ToList();
        return late.Count == 0
            ? Diagnosis.Well("publish", "", "The reports of the current period are published.")
            : new Diagnosis(
                "publish", string.Join(", ", late),
                string.Create(CultureInfo.InvariantCulture, $"The report that was due on {period:yyyy-MM-dd HH:mm} UTC is not there."),
                "Is the functions app, or 'ssc up', running? 'ssc publish' makes both reports now; 'ssc status --reports' shows how they stand.");
    }

    /// <summary>A study that had nothing to report when its hour came is not late.</summary>
    private async Task<bool> HadSubmissionsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ledger = services.GetRequiredService<Stores>().Ledger;
        foreach (var site in await ledger.SitesAsync(cancellationToken))
        {
            if ((await ledger.ListAsync(site, cancellationToken)).Any(entry => entry.ReceivedAt < before))
            {
                return true;
            }
        }

        return false;
    }

    private static string Words(int count, string noun, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")} {(count == 1 ? what : what.Replace("was ", "were ", StringComparison.Ordinal).Replace("waits", "wait", StringComparison.Ordinal))}.");
}
